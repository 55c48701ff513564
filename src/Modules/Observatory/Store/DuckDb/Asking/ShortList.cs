using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Sources that may be the busiest of a stretch, and the events that none of the others exceeds.</summary>
/// <remarks>
/// Every day lists its busiest sources by all they sent in a unit, and a ceiling for those not listed. A source's ceiling over a
/// stretch is the sum of its days'; a filter only lessens what it sent, so ceilings hold for every narrower view and for parts of days.
/// </remarks>
internal sealed class ShortList
{
    private readonly List<ulong> _low = [];

    /// <summary>What a source that is not listed has sent at most.</summary>
    internal ulong Ceiling { get; private set; }

    /// <summary>A condition that lets the listed sources through, and these; whoever else passes is counted rightly too.</summary>
    internal string Among(IEnumerable<NetworkAddress> others) =>
        $"source_low IN ({string.Join(',', _low.Concat(others.Select(source => source.Low)).Distinct().DefaultIfEmpty(0UL).Select(low => low.ToString(CultureInfo.InvariantCulture) + "::UBIGINT"))})";

    /// <summary>The list, or null where lists do not tell, or where counting everybody is no more work.</summary>
    internal static ShortList? Find(Reading reading, ObservationFilter filter, Span span, int length)
    {
        if (filter.IncludeResearch || filter.Class == TrafficClass.Backscatter || reading.Late is not null || StoreTable.Of(filter) != Needs.Nothing) return null;
        if (span.IsEmpty || reading.Held(span).Detail <= reading.Options.ExactRows) return null;
        var days = new Span(Span.Floor(span.From, Span.Day), Span.Ceil(span.To, Span.Day)).Sql();
        var sensors = reading.Sensors is null ? "true" : FilterSql.Sensors(reading.Sensors);
        if (IsIncomplete(reading, days, sensors)) return null;
        var where = string.Create(CultureInfo.InvariantCulture, $"{days} AND {sensors} AND unit = {(byte)filter.Unit}");
        var list = new ShortList { Ceiling = One(reading, $"SELECT coalesce(sum(ceiling), 0)::UBIGINT FROM busy_day WHERE {where}") };
        list.Read(reading, where, length);
        return list;
    }

    private static bool IsIncomplete(Reading reading, string days, string sensors) => One(reading, $"""
        SELECT count(*)::UBIGINT FROM (SELECT DISTINCT sensor, day FROM held WHERE {days.Replace("minute", "day", StringComparison.Ordinal)} AND {sensors}) h
        ANTI JOIN busy_day b ON b.sensor = h.sensor AND b.minute = h.day
        """) > 0;

    private static ulong One(Reading reading, string sql)
    {
        using var result = reading.Query(sql);
        result.Next();
        return result.Column(0).Values<ulong>()[0];
    }

    private void Read(Reading reading, string where, int length)
    {
        using var result = reading.Query(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT source_low, sum(above)::UBIGINT AS a FROM busy_source WHERE {where} GROUP BY source_high, source_low ORDER BY a DESC LIMIT {length + 1}
            """));
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
            {
                if (_low.Count < length) _low.Add(result.Column(0).Values<ulong>()[i]);
                else Ceiling += result.Column(1).Values<ulong>()[i];
            }
        }
    }
}
