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
        var rows = new List<(NetworkAddress Source, ulong Events, long First, long Last)>();
        var count = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(limit, 0, 100_000)}");
        using (var result = reading.Query($"SELECT source_high, source_low, e::UBIGINT, epoch_us(f), epoch_us(l) FROM ({By(reading, filter, span)}) ORDER BY e DESC, source_high, source_low LIMIT {count}"))
        {
            while (result.Next())
            {
                for (var i = 0; i < result.Rows; i++)
                {
                    var source = new NetworkAddress(result.Column(0).Values<ulong>()[i], result.Column(1).Values<ulong>()[i]);
                    rows.Add((source, result.Column(2).Values<ulong>()[i], result.Column(3).Values<long>()[i], result.Column(4).Values<long>()[i]));
                }
            }
        }

        var previous = rows.Count == 0 || reading.Held(span.Before).Detail == 0 ? [] : Before(reading, filter, span.Before, rows.Select(row => row.Source));
        return [.. rows.Select((row, index) =>
        {
            var found = previous.TryGetValue(row.Source, out var was);
            return new TopRow(row.Source.ToString(), (long)row.Events, 1, false, index + 1, found ? was.Rank : null, found ? (long)was.Events : null, Span.Time(row.First), Span.Time(row.Last));
        })];
    }

    private static string By(Reading reading, ObservationFilter filter, Span span) => new Question(reading, filter, Needs.Source, span).Sources("0");

    private static Dictionary<NetworkAddress, (int Rank, ulong Events)> Before(Reading reading, ObservationFilter filter, Span span, IEnumerable<NetworkAddress> sources)
    {
        var wanted = string.Join(',', sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"({source.High}::UBIGINT, {source.Low}::UBIGINT)")));
        var found = new Dictionary<NetworkAddress, (int, ulong)>();
        using var result = reading.Query($"""
            WITH before AS MATERIALIZED ({By(reading, filter, span)}), mine AS (SELECT b.* FROM before b JOIN (VALUES {wanted}) w(h, l) ON b.source_high = w.h AND b.source_low = w.l)
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
