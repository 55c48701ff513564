using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>A counting table and the groupings that are made from it.</summary>
internal sealed class SummaryTable : IDisposable
{
    private const int OverPort = 16;
    private const int OverClass = 1;

    public SummaryTable(IReadOnlyList<Grouping> groupings, bool countSources)
    {
        Groupings = groupings;
        Mask = SummaryKey.Mask(groupings, countSources);
        if (!groupings.Any(each => each.Has(GroupField.Sector))) return;
        // The sector takes the place of fields that are not asked for.
        if ((Mask & SummaryKey.PortBits) == 0) SectorShift = OverPort;
        else if ((Mask & (SummaryKey.ClassBits | SummaryKey.LooksBits)) == 0) SectorShift = OverClass;
        else throw new ArgumentException("sector, port and class (or fingerprint) cannot be joined in one grouping; leave one of them out");
    }

    public IReadOnlyList<Grouping> Groupings { get; }

    public CountTable Counts { get; } = new();

    public ulong Mask { get; }

    /// <summary>Where a key holds the number of the target's sector; -1 where it holds none.</summary>
    public int SectorShift { get; } = -1;

    /// <summary>The sector's place in <see cref="Sectors.All"/>, from 1; 0 is unknown.</summary>
    public int SectorOf(ulong key) => SectorShift < 0 ? 0 : (int)(key >> SectorShift) & 31;

    public void Dispose() => Counts.Dispose();
}
