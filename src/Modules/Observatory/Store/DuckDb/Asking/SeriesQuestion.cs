using System.Globalization;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The bins of the chart, by origin and target kind.</summary>
internal static class SeriesQuestion
{
    // Widths a reader can name, in minutes; beyond a day, whole days.
    private static readonly int[] Widths = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];

    internal static List<SeriesPoint> Ask(Reading reading, ObservationFilter filter, TimeSpan bin)
    {
        var span = Span.Of(filter.From, filter.To);
        var width = Width(reading, span, bin);
        var micros = width * Span.Minute;
        var key = string.Create(CultureInfo.InvariantCulture, $"(epoch_us(minute) // {micros}) * 16 + origin * 4 + target_kind");
        var tally = new Question(reading, filter, Needs.Nothing, span).Ask(key, width);
        return [.. tally.Lines.OrderBy(line => line.Key).Select(line => new SeriesPoint(
            Span.Time((long)(line.Key >> 4) * micros), (Origin)((line.Key >> 2) & 3), (TargetKind)(line.Key & 3), (long)line.Value.Events, line.Value.Sources))];
    }

    /// <summary>At least the width asked for, and at least what is still held.</summary>
    private static int Width(Reading reading, Span span, TimeSpan bin)
    {
        var held = span.From < reading.Since.GetValueOrDefault(5) ? 60 : span.From < reading.Since.GetValueOrDefault(1) ? 5 : 1;
        var least = Math.Max(held, (int)Math.Min(Math.Ceiling(bin.TotalMinutes), 366 * 1440));
        return Array.Find(Widths, width => width >= least) is var found && found > 0 ? found : (least + 1439) / 1440 * 1440;
    }
}
