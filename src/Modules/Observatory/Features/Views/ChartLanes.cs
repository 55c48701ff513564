using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>The points of a series as the chart and its table show them: one lane per origin and target, one row per bin, gaps filled.</summary>
internal sealed record ChartLanes(IReadOnlyList<ChartLanes.Lane> Lanes, IReadOnlyList<ChartLanes.Bin> Rows)
{
    /// <summary>A lane's key and the weight of its colour (1 weighs most).</summary>
    internal sealed record Lane(string Key, int Tone);

    /// <summary>One value per lane; null where a cell is hidden or no sensor was heard.</summary>
    internal sealed record Bin(DateTimeOffset At, IReadOnlyList<long?> Values);

    private static readonly Lane[] All =
    [
        new("foreign_government", 1), new("foreign_private", 2), new("domestic_government", 4), new("domestic_private", 3), new("unknown", 5),
    ];

    /// <summary>Lanes without any value are left out, but the four of the source document stay.</summary>
    internal static ChartLanes Of(SeriesAnswer series, ObservationFilter filter)
    {
        var bins = series.Points.GroupBy(point => point.At).ToDictionary(group => group.Key, group => Values(group));
        var withUnknown = bins.Values.Any(values => values[^1] is not null);
        var lanes = withUnknown ? All : All[..^1];
        var rows = new List<Bin>();
        var narrowed = filter != new ObservationFilter { From = filter.From, To = filter.To, Unit = filter.Unit, IncludeResearch = filter.IncludeResearch, Sensors = filter.Sensors };
        foreach (var at in Times(series, filter))
        {
            var values = bins.TryGetValue(at, out var known) ? known : new long?[All.Length];
            // A narrowed view sees nothing in most bins, and a lane without a point saw nothing. Where the whole view is silent the sensors
            // were, and nobody knows: that is a gap. Hidden cells stay unknown.
            if (series.Hidden == 0 && (known is not null || narrowed)) values = [.. values.Select(value => value ?? 0)];
            rows.Add(new Bin(at, values[..lanes.Length]));
        }

        return new ChartLanes(lanes, rows);
    }

    private static IEnumerable<DateTimeOffset> Times(SeriesAnswer series, ObservationFilter filter)
    {
        if (series.Points.Count == 0) yield break;
        var first = series.Points.Min(point => point.At);
        var at = first;
        while (at - series.Bin >= filter.From) at -= series.Bin;
        for (; at < filter.To; at += series.Bin) yield return at;
    }

    private static long?[] Values(IEnumerable<SeriesPoint> points)
    {
        var values = new long?[All.Length];
        foreach (var point in points)
        {
            var lane = LaneOf(point);
            values[lane] = (values[lane] ?? 0) + point.Events;
        }

        return values;
    }

    private static int LaneOf(SeriesPoint point) => (point.Origin, point.TargetKind) switch
    {
        (Origin.Foreign, TargetKind.Government) => 0,
        (Origin.Foreign, TargetKind.Private) => 1,
        (Origin.Domestic, TargetKind.Government) => 2,
        (Origin.Domestic, TargetKind.Private) => 3,
        _ => 4,
    };
}
