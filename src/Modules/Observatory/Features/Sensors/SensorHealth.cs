using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>How a sensor is doing: what it last sent, how much a day, and on which days nothing came.</summary>
/// <param name="First">First minute held of it.</param>
/// <param name="Last">Last minute held of it.</param>
/// <param name="Unit">What most of its records count.</param>
/// <param name="EventsADay">Mean over the days of the window on which it could have sent.</param>
/// <param name="SilentDays">Days of the window, since it first sent, without a single record.</param>
/// <param name="Days">Length of the window in days.</param>
internal sealed record SensorHealth(DateTimeOffset? First, DateTimeOffset? Last, CountingUnit? Unit, double EventsADay, int SilentDays, int Days)
{
    private const int Window = 14;

    internal static async Task<SensorHealth> OfAsync(Lookout lookout, Viewer viewer, Sensor sensor, DateTimeOffset end, CancellationToken cancel)
    {
        var alone = viewer with { Sensors = [sensor], All = false };
        if (await lookout.HeldAsync(alone, cancel) is not { } held) return new SensorHealth(null, null, null, 0, 0, 0);
        var from = end - TimeSpan.FromDays(Window);
        var filter = new ObservationFilter { From = held.First > from ? new DateTimeOffset(held.First.UtcDateTime.Date, TimeSpan.Zero) : from, To = end, IncludeResearch = true, Sensors = [sensor.Name] };
        var totals = (await lookout.TotalsAsync(alone, filter, cancel)).Totals;
        var days = Math.Max(1, (int)Math.Round((filter.To - filter.From).TotalDays));
        if (filter.From >= filter.To || totals.ByUnit.Count == 0) return new SensorHealth(held.First, held.Last, null, 0, Math.Min(Window, days), days);
        var unit = totals.ByUnit.MaxBy(pair => pair.Value).Key;
        var series = await lookout.SeriesAsync(alone, filter with { Unit = unit }, TimeSpan.FromDays(1), cancel);
        var heard = series.Points.Where(point => point.Events > 0).Select(point => point.At.UtcDateTime.Date).Distinct().Count();
        return new SensorHealth(held.First, held.Last, unit, (double)series.Points.Sum(point => point.Events) / days, Math.Max(0, days - heard), days);
    }
}
