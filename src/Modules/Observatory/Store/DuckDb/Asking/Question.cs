using System.Globalization;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>One filter over one stretch of time, asked by keys; knows which table answers it with the least work.</summary>
internal sealed class Question
{
    private readonly Reading _reading;
    private readonly ObservationFilter _filter;
    private readonly Needs _needs;
    private readonly Span _span;
    private readonly string _where;

    // Among: a further condition over columns that every table asked has.
    internal Question(Reading reading, ObservationFilter filter, Needs needs, Span span, string? among = null)
    {
        (_reading, _filter, _needs, _span) = (reading, filter, needs | StoreTable.Of(filter), span);
        _where = FilterSql.Where(filter, reading.Sensors) + (among is null ? "" : $" AND {among}");
    }

    /// <summary>The tables that would be asked, for tests and for the curious.</summary>
    internal IReadOnlyList<string> Tables(int widest = int.MaxValue)
    {
        var (table, cover, hosts) = Plan(widest);
        List<string> names = [.. cover.Bins.Select(bin => string.Create(CultureInfo.InvariantCulture, $"{table!.Name}/{bin.Width}"))];
        if (cover.Rest.Count > 0) names.Add(StoreTable.Detail.Name);
        if (hosts is not null) names.Add(hosts.Name);
        return names;
    }

    /// <summary>Sums and unique sources by a key, an SQL expression that gives an unsigned 64-bit number.</summary>
    /// <param name="key">Over columns that the needs of this question name.</param>
    /// <param name="widest">The widest bin the key can be told from, in minutes.</param>
    internal Tally Ask(string key, int widest = int.MaxValue)
    {
        var tally = new Tally();
        if (_span.IsEmpty) return tally;
        var (table, cover, hosts) = Plan(widest);
        if (table is null || table == StoreTable.DaySource)
        {
            Exactly(tally, Sources(key, cover.Bins, cover));
        }
        else if (hosts is not null || CountsNobody)
        {
            Sum(tally, key, table, cover);
            hosts?.Count(tally, key);
        }
        else
        {
            Estimate(tally, key, table, cover);
        }

        return tally;
    }

    /// <summary>One row per key and source: <c>k, source_high, source_low, e, f, l</c>; exact.</summary>
    internal string Sources(string key)
    {
        var (_, cover, _) = Plan(int.MaxValue);
        return Sources(key, cover.Bins, cover);
    }

    // A victim's answers are events of nobody.
    private bool CountsNobody => _filter.Class == TrafficClass.Backscatter;

    private (StoreTable? Table, Cover Cover, HostCount? Hosts) Plan(int widest)
    {
        var rows = _reading.Held(_span);
        var days = StoreTable.DaySource.Answers(_needs) && !CountsNobody && widest >= RollupKey.MinutesPerDay;
        // As exact as the rows, of which only those of the days at the edges have to be looked at.
        var few = rows.Detail <= _reading.Options.ExactRows;
        if (days && rows.Source <= _reading.Options.ExactRows && (few || _span.IsWholeDays) && ByDay() is { Bins.Count: > 0 } whole) return (StoreTable.DaySource, whole, null);
        if (few) return (null, Cover.Of(_span, [], _reading.Since), null);
        // Lists of hosts know days as bits and no time: they answer what is asked of the whole stretch.
        var hosts = CountsNobody || widest < int.MaxValue ? null : HostCount.Find(_reading, _filter, _needs, _span, _where);
        foreach (var table in hosts is null && !CountsNobody ? StoreTable.Rollups : StoreTable.SumsFor(_reading))
        {
            if (!table.Answers(_needs)) continue;
            var cover = Cover.Of(_span, [.. table.Widths.Where(width => width <= widest && (widest == int.MaxValue || widest % width == 0))], _reading.Since);
            if (cover.Bins.Count > 0) return (table, cover, hosts);
        }

        return days ? (StoreTable.DaySource, ByDay(), null) : (null, Cover.Of(_span, [], _reading.Since), null);

        Cover ByDay() => Cover.Of(_span, StoreTable.DaySource.Widths, _reading.Since);
    }

    private void Sum(Tally tally, string key, StoreTable table, Cover cover)
    {
        var parts = cover.Bins.Select(bin => Part(table.Name, "first", "last", string.Create(CultureInfo.InvariantCulture, $"width = {bin.Width} AND {bin.Span.Sql()}")))
            .Concat(cover.Rest.Select(rest => Part(StoreTable.Detail.Name, "minute", "minute", rest.Sql())));
        if (_reading.Late is { } late) parts = parts.Concat(cover.Bins.Select(bin => Part(StoreTable.Detail.Name, "minute", "minute", $"{bin.Span.Sql()} AND {late}")));
        using var result = _reading.Query($"SELECT k::UBIGINT, sum(e)::UBIGINT, epoch_us(min(f)), epoch_us(max(l)) FROM ({string.Join(" UNION ALL ", parts)}) GROUP BY k");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
                tally[result.Column(0).Values<ulong>()[i]].Add(result.Column(1).Values<ulong>()[i], result.Column(2).Values<long>()[i], result.Column(3).Values<long>()[i]);
        }

        string Part(string from, string first, string last, string time) => $"SELECT {key} AS k, events AS e, {first} AS f, {last} AS l FROM {from} WHERE {time} AND {_where}";
    }

    private string Sources(string key, IEnumerable<(int Width, Span Span)> days, Cover cover)
    {
        var parts = days.Select(bin => Part(StoreTable.DaySource.Name, "first", "last", bin.Span.Sql()))
            .Concat(cover.Rest.Select(rest => Part(StoreTable.Detail.Name, "minute", "minute", rest.Sql())));
        if (_reading.Late is { } late) parts = parts.Concat(cover.Bins.Select(bin => Part(StoreTable.Detail.Name, "minute", "minute", $"{bin.Span.Sql()} AND {late}")));
        return $"SELECT k, source_high, source_low, sum(e) AS e, min(f) AS f, max(l) AS l FROM ({string.Join(" UNION ALL ", parts)}) GROUP BY k, source_high, source_low";

        string Part(string table, string first, string last, string time) =>
            $"SELECT {key} AS k, source_high, source_low, events AS e, {first} AS f, {last} AS l FROM {table} WHERE {time} AND {_where}";
    }

    private void Exactly(Tally tally, string sources)
    {
        using var result = _reading.Query($"SELECT k::UBIGINT, sum(e)::UBIGINT, count(*)::UBIGINT, epoch_us(min(f)), epoch_us(max(l)) FROM ({sources}) GROUP BY k");
        while (result.Next())
        {
            var keys = result.Column(0).Values<ulong>();
            var events = result.Column(1).Values<ulong>();
            var count = result.Column(2).Values<ulong>();
            var first = result.Column(3).Values<long>();
            var last = result.Column(4).Values<long>();
            for (var i = 0; i < result.Rows; i++)
            {
                var line = tally[keys[i]];
                line.Add(events[i], first[i], last[i]);
                if (!CountsNobody) line.Exact += (long)count[i];
            }
        }
    }

    private void Estimate(Tally tally, string key, StoreTable table, Cover cover)
    {
        tally.Estimated = true;
        var times = cover.Bins.Select(bin => string.Create(CultureInfo.InvariantCulture, $"(width = {bin.Width} AND {bin.Span.Sql()})"));
        using (var result = _reading.Query($"SELECT ({key})::UBIGINT, events, epoch_us(first), epoch_us(last), sketch FROM {table.Name} WHERE ({string.Join(" OR ", times)}) AND {_where}"))
        {
            while (result.Next())
            {
                var keys = result.Column(0).Values<ulong>();
                var events = result.Column(1).Values<ulong>();
                var first = result.Column(2).Values<long>();
                var last = result.Column(3).Values<long>();
                var sketches = result.Column(4);
                for (var i = 0; i < result.Rows; i++)
                {
                    var line = tally[keys[i]];
                    line.Add(events[i], first[i], last[i]);
                    (line.Sketch ??= new HyperLogLog()).Merge(sketches.Bytes(i));
                }
            }
        }

        if (cover.Rest.Count > 0 || _reading.Late is not null) Edges(tally, key, cover);
    }

    private void Edges(Tally tally, string key, Cover cover)
    {
        var rest = Sources(key, [], cover);
        using var result = _reading.Query($"SELECT k::UBIGINT, source_high, source_low, e::UBIGINT, epoch_us(f), epoch_us(l) FROM ({rest})");
        while (result.Next())
        {
            var keys = result.Column(0).Values<ulong>();
            var high = result.Column(1).Values<ulong>();
            var low = result.Column(2).Values<ulong>();
            var events = result.Column(3).Values<ulong>();
            var first = result.Column(4).Values<long>();
            var last = result.Column(5).Values<long>();
            for (var i = 0; i < result.Rows; i++)
            {
                var line = tally[keys[i]];
                line.Add(events[i], first[i], last[i]);
                line.Sketch ??= new HyperLogLog();
                if (!CountsNobody) line.Sketch.Add(HyperLogLog.Hash(new Kernel.NetworkAddress(high[i], low[i])));
            }
        }
    }
}
