using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>Makes the groups of one grouping. Lines of one source often fall into one group, so a line waits for the next before it is added.</summary>
internal sealed class GroupMaker
{
    private readonly bool bySource, bySource24, byCountry, byAsn, byFingerprint;
    private readonly ulong lowMask;
    private readonly int sectorShift;
    private GroupKey waiting;
    private ulong waitingEvents;
    private uint waitingSource;

    public GroupMaker(Grouping grouping, SummaryTable table)
    {
        Grouping = grouping;
        bySource = grouping.Has(GroupField.Source);
        bySource24 = grouping.Has(GroupField.Source24);
        byCountry = grouping.Has(GroupField.Country) && !bySource;
        byAsn = grouping.Has(GroupField.Asn) && !bySource;
        byFingerprint = grouping.Has(GroupField.Fingerprint);
        sectorShift = grouping.Has(GroupField.Sector) ? table.SectorShift : -1;
        lowMask = SummaryKey.Mask([grouping], false) & ~(SummaryKey.SourceBits | SummaryKey.IsIPv6 | SummaryKey.LooksBits);
        if (bySource) lowMask |= SummaryKey.IsIPv6;
    }

    public Grouping Grouping { get; }

    public GroupTable Groups { get; } = new();

    /// <summary>Adds all lines of one source.</summary>
    public void Add(ReadOnlySpan<CountLine> run, SourcePlace place, int decidedTools, uint sourceNumber)
    {
        var source = run[0].Key;
        // There is no /24 of an IPv6 source: it is in no such group.
        if (bySource24 && (source & SummaryKey.IsIPv6) != 0) return;
        var high = bySource ? (ulong)SummaryKey.Source(source) : (byCountry ? (ulong)place.Country.Packed << 32 : 0) | (byAsn ? place.Asn : 0);
        var prefix = bySource24 ? source & SummaryKey.Source24Bits : 0;
        foreach (ref readonly var line in run)
        {
            var low = (line.Key & lowMask) | prefix;
            if (byFingerprint)
            {
                var looks = (int)SummaryKey.Looks(line.Key);
                if ((decidedTools & (1 << looks)) != 0) low |= (ulong)looks << 4;
            }

            var key = new GroupKey(sectorShift < 0 ? high : high | (((line.Key >> sectorShift) & 31) << 48), low);
            if (key == waiting && sourceNumber == waitingSource)
            {
                waitingEvents += line.Count;
                continue;
            }

            Complete();
            waiting = key;
            waitingEvents = line.Count;
            waitingSource = sourceNumber;
        }
    }

    public void Complete()
    {
        if (waitingEvents > 0) Groups.Add(waiting, waitingEvents, waitingSource);
        waitingEvents = 0;
    }
}
