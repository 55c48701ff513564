using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>Counts events by the groupings asked for. Memory grows with the distinct keys only.</summary>
internal sealed class Summary : IDisposable
{
    private readonly List<SummaryTable> tables = [];
    private readonly SourceNumbers ipv6 = new();
    private readonly TargetCache? targets;
    private readonly byte[] sectorNumbers = new byte[ushort.MaxValue + 1];

    /// <param name="groupings">What to group by.</param>
    /// <param name="countSources">Whether the distinct sources of each group are asked for.</param>
    /// <param name="enricher">Needed for country, network and sector; null leaves them unknown.</param>
    /// <exception cref="ArgumentException">A grouping joins fields that cannot be joined.</exception>
    public Summary(IReadOnlyList<Grouping> groupings, bool countSources, Enricher? enricher)
    {
        Groupings = groupings;
        CountsSources = countSources;
        Enricher = enricher;
        // Counting sources takes the whole source in any case, so one table serves all; else each grouping is cheapest by itself.
        var together = countSources ? groupings.Where(each => !each.Has(GroupField.Sector)).ToList() : [];
        var alone = groupings.Except(together);
        if (together.Count > 0) tables.Add(new SummaryTable(together, countSources));
        foreach (var grouping in alone) tables.Add(new SummaryTable([grouping], countSources));
        if (enricher is not null && tables.Exists(table => table.SectorShift >= 0)) targets = new TargetCache(enricher);
        for (var i = 0; i < Sectors.All.Count; i++) sectorNumbers[Sectors.All[i].Id] = (byte)(i + 1);
    }

    public IReadOnlyList<Grouping> Groupings { get; }

    public IReadOnlyList<SummaryTable> Tables => tables;

    public Enricher? Enricher { get; }

    public bool CountsSources { get; }

    public SummaryTable First => tables[0];

    /// <summary>True where one table without sectors is all there is.</summary>
    public bool IsPlain => tables.Count == 1 && First.SectorShift < 0;

    /// <summary>True once an IPv6 source was met.</summary>
    public bool HasIPv6 => ipv6.Count > 0;

    /// <summary>The key bits of an IPv6 source.</summary>
    public ulong IPv6Bits(NetworkAddress source) => ((ulong)ipv6.Number(source) << SummaryKey.SourceShift) | SummaryKey.IsIPv6;

    public NetworkAddress SourceOf(ulong key) =>
        (key & SummaryKey.IsIPv6) == 0 ? NetworkAddress.FromIPv4(SummaryKey.Source(key)) : ipv6.Address(SummaryKey.Source(key));

    public void AddToAll(ulong key, NetworkAddress target)
    {
        foreach (var table in tables)
        {
            if (table.SectorShift < 0)
            {
                table.Counts.Add(key & table.Mask);
                continue;
            }

            var sector = targets is null ? 0UL : sectorNumbers[targets.Find(target).Sector];
            table.Counts.Add((key & table.Mask) | (sector << table.SectorShift));
        }
    }

    public void Dispose()
    {
        foreach (var table in tables) table.Dispose();
    }
}
