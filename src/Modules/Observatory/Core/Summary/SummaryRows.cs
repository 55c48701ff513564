using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>Chooses the largest groups per unit and writes their keys out.</summary>
internal static class SummaryRows
{
    private const string Unknown = "unknown";

    public static IReadOnlyList<SummaryRow> Top(Summary summary, Grouping grouping, GroupTable groups, int top)
    {
        var best = new PriorityQueue<GroupLine, (ulong Events, GroupKeyOrder Key)>[4];
        foreach (var line in groups.Lines)
        {
            var queue = best[(int)SummaryKey.Unit(line.Key.Low)] ??= new();
            var order = (line.Events, new GroupKeyOrder(line.Key));
            if (queue.Count < top) queue.Enqueue(line, order);
            else if (top > 0) queue.EnqueueDequeue(line, order);
        }

        return
        [
            .. best.Where(queue => queue is not null)
                .SelectMany(queue => queue.UnorderedItems)
                .Select(item => new SummaryRow(Write(summary, grouping, item.Element.Key), SummaryKey.Unit(item.Element.Key.Low), (long)item.Element.Events, item.Element.Sources))
                .OrderBy(row => row.Unit).ThenByDescending(row => row.Events).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private static string Write(Summary summary, Grouping grouping, GroupKey key)
    {
        var parts = new string[grouping.Fields.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = Write(summary, grouping, grouping.Fields[i], key);
        return string.Join('+', parts);
    }

    private static string Write(Summary summary, Grouping grouping, GroupField field, GroupKey key)
    {
        switch (field)
        {
            case GroupField.Country:
                var country = grouping.Has(GroupField.Source) ? Place(summary, key).Country : CountryCode.FromPacked((ushort)(key.High >> 32));
                return country.IsKnown ? country.ToString() : Unknown;
            case GroupField.Asn:
                var asn = grouping.Has(GroupField.Source) ? Place(summary, key).Asn : (uint)key.High;
                return asn == 0 ? Unknown : asn.ToString(CultureInfo.InvariantCulture);
            case GroupField.Source: return Source(summary, key).ToString();
            case GroupField.Source24: return $"{NetworkAddress.FromIPv4(SummaryKey.Source(key.Low))}/24";
            case GroupField.Proto: return Protocol(SummaryKey.Protocol(key.Low));
            case GroupField.Port: return new PortKey(SummaryKey.Protocol(key.Low), SummaryKey.Port(key.Low)).ToString();
            case GroupField.Fingerprint: return SummaryKey.Looks(key.Low).ToString().ToLowerInvariant();
            case GroupField.Sector: return (int)((key.High >> 48) & 31) is var number and > 0 ? Sectors.All[number - 1].Key : Unknown;
            case GroupField.Class:
                var kind = SummaryKey.Class(key.Low);
                return kind == TrafficClass.BruteForce ? "brute-force" : kind.ToString().ToLowerInvariant();
            default: throw new InvalidOperationException($"No text for {field}.");
        }
    }

    private static NetworkAddress Source(Summary summary, GroupKey key) => summary.SourceOf((key.High << SummaryKey.SourceShift) | (key.Low & SummaryKey.IsIPv6));

    private static SourcePlace Place(Summary summary, GroupKey key) => summary.Enricher?.FindSource(Source(summary, key)) ?? default;

    private static string Protocol(byte protocol) => protocol switch
    {
        6 => "tcp",
        17 => "udp",
        132 => "sctp",
        _ => new PortKey(protocol, 0).ToString(),
    };

    /// <summary>A fixed order among groups of the same size, so that the same input always gives the same answer.</summary>
    private readonly record struct GroupKeyOrder(GroupKey Key) : IComparable<GroupKeyOrder>
    {
        public int CompareTo(GroupKeyOrder other) => Key.High != other.Key.High ? other.Key.High.CompareTo(Key.High) : other.Key.Low.CompareTo(Key.Low);
    }
}
