using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The sources with most events; ranked by the engine, because there are too many to bring here.</summary>
internal static class TopSources
{
    internal static List<TopRow> Ask(Reading reading, ObservationFilter filter, Span span, int limit)
    {
        // A victim's answers are not an attack: there is no list of "sources" of backscatter.
        if (filter.Class == TrafficClass.Backscatter || span.IsEmpty) return [];
        var rows = Ranked(reading, filter, span, limit);
        var previous = rows.Count == 0 || reading.Held(span.Before).Detail == 0 ? [] : Before(reading, filter, span.Before, [.. rows.Select(row => row.Source)]);
        return [.. rows.Select((row, index) =>
        {
            var found = previous.TryGetValue(row.Source, out var was);
            return new TopRow(row.Source.ToString(), (long)row.Events, 1, false, index + 1, found ? was.Rank : null, found ? (long)was.Events : null, Span.Time(row.First), Span.Time(row.Last));
        })];
    }

    private static string By(Reading reading, ObservationFilter filter, Span span, string? among = null) => new Question(reading, filter, Needs.Source, span, among).Sources("0");

    private static List<(NetworkAddress Source, ulong Events, long First, long Last)> Ranked(Reading reading, ObservationFilter filter, Span span, int limit)
    {
        if (limit is > 0 and <= 100 && ShortList.Find(reading, filter, span, Math.Max(200, 4 * limit)) is { } list)
        {
            var rows = Ranked(reading, By(reading, filter, span, list.Among([])), limit);
            // Who is not on the list stays below its ceiling: the list then holds the whole top.
            if (rows.Count == limit ? rows[^1].Events > list.Ceiling : list.Ceiling == 0) return rows;
        }

        return Ranked(reading, By(reading, filter, span), limit);
    }

    private static List<(NetworkAddress Source, ulong Events, long First, long Last)> Ranked(Reading reading, string by, int limit)
    {
        var rows = new List<(NetworkAddress, ulong, long, long)>();
        var count = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(limit, 0, 100_000)}");
        using var result = reading.Query($"SELECT source_high, source_low, e::UBIGINT, epoch_us(f), epoch_us(l) FROM ({by}) ORDER BY e DESC, source_high, source_low LIMIT {count}");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
            {
                var source = new NetworkAddress(result.Column(0).Values<ulong>()[i], result.Column(1).Values<ulong>()[i]);
                rows.Add((source, result.Column(2).Values<ulong>()[i], result.Column(3).Values<long>()[i], result.Column(4).Values<long>()[i]));
            }
        }

        return rows;
    }

    private static Dictionary<NetworkAddress, (int Rank, ulong Events)> Before(Reading reading, ObservationFilter filter, Span span, IReadOnlyList<NetworkAddress> sources)
    {
        if (sources.Count <= 100 && ShortList.Find(reading, filter, span, 2000) is { } list)
        {
            var found = Before(reading, By(reading, filter, span, list.Among(sources)), sources);
            // Above the ceiling nobody is missing who could stand before them.
            if (found.Values.All(was => was.Events > list.Ceiling)) return found;
        }

        return Before(reading, By(reading, filter, span), sources);
    }

    private static Dictionary<NetworkAddress, (int Rank, ulong Events)> Before(Reading reading, string by, IEnumerable<NetworkAddress> sources)
    {
        var wanted = string.Join(',', sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"({source.High}::UBIGINT, {source.Low}::UBIGINT)")));
        var found = new Dictionary<NetworkAddress, (int, ulong)>();
        using var result = reading.Query($"""
            WITH before AS MATERIALIZED ({by}), mine AS (SELECT b.* FROM before b JOIN (VALUES {wanted}) w(h, l) ON b.source_high = w.h AND b.source_low = w.l)
            SELECT m.source_high, m.source_low, m.e::UBIGINT, (1 + (SELECT count(*) FROM before b WHERE b.e > m.e))::BIGINT FROM mine m
            """);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
            {
                var source = new NetworkAddress(result.Column(0).Values<ulong>()[i], result.Column(1).Values<ulong>()[i]);
                found[source] = ((int)result.Column(3).Values<long>()[i], result.Column(2).Values<ulong>()[i]);
            }
        }

        return found;
    }
}
