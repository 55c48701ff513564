using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The figures above a view, and what the view leaves out.</summary>
internal static class TotalsQuestion
{
    internal static Totals Ask(Reading reading, ObservationFilter filter)
    {
        var span = Span.Of(filter.From, filter.To);
        var sources = new Question(reading, filter, Needs.Nothing, span).Ask("0");
        var units = new SortedDictionary<CountingUnit, long>();
        var sensors = new HashSet<ulong>();
        long research = 0, backscatter = 0;
        foreach (var (unit, isResearch, kind, sensor, events) in Around(reading, filter, span))
        {
            var isAsked = filter.Class is { } asked ? kind == asked : kind != TrafficClass.Backscatter;
            var isShown = isAsked && (filter.IncludeResearch || !isResearch);
            if (isShown) units[unit] = units.GetValueOrDefault(unit) + events;
            if (unit != filter.Unit) continue;
            if (isShown) sensors.Add(sensor);
            if (isAsked && isResearch) research += events;
            if (kind == TrafficClass.Backscatter) backscatter += events;
        }

        var names = reading.Names("sensor");
        return new Totals(
            units.GetValueOrDefault(filter.Unit),
            sources.Lines.TryGetValue(0, out var line) ? line.Sources : 0,
            sources.Estimated,
            research,
            backscatter,
            new Dictionary<CountingUnit, long>(units),
            [.. sensors.Select(id => names.GetValueOrDefault(id, "")).Order(StringComparer.Ordinal)]);
    }

    private static List<(CountingUnit Unit, bool Research, TrafficClass Class, ulong Sensor, long Events)> Around(Reading reading, ObservationFilter filter, Span span)
    {
        var rows = new List<(CountingUnit, bool, TrafficClass, ulong, long)>();
        if (span.IsEmpty) return rows;
        var needs = StoreTable.Of(filter);
        var table = StoreTable.SumsFor(reading).FirstOrDefault(rollup => rollup.Answers(needs));
        var cover = Cover.Of(span, table?.Widths ?? [], reading.Since);
        var where = FilterSql.Where(filter, reading.Sensors, FilterSql.Scope.Around);
        var parts = cover.Bins.Select(bin => $"SELECT unit, research, class, sensor, events FROM {table!.Name} WHERE width = {bin.Width} AND {bin.Span.Sql()} AND {where}")
            .Concat(cover.Rest.Select(rest => $"SELECT unit, research, class, sensor, events FROM detail WHERE {rest.Sql()} AND {where}"));
        if (reading.Late is { } late) parts = parts.Concat(cover.Bins.Select(bin => $"SELECT unit, research, class, sensor, events FROM detail WHERE {bin.Span.Sql()} AND {late} AND {where}"));
        using var result = reading.Query($"SELECT unit, research, class, sensor::UBIGINT, sum(events)::UBIGINT FROM ({string.Join(" UNION ALL ", parts)}) GROUP BY ALL");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++)
            {
                rows.Add((
                    (CountingUnit)result.Column(0).Values<byte>()[i], result.Column(1).Values<bool>()[i], (TrafficClass)result.Column(2).Values<byte>()[i],
                    result.Column(3).Values<ulong>()[i], (long)result.Column(4).Values<ulong>()[i]));
            }
        }

        return rows;
    }
}
