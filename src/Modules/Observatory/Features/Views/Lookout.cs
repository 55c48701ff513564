using System.Globalization;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;

namespace Noroshi.Observatory.Features;

/// <summary>
/// Answers every question about observations that a person or a machine asks: pages, API and the card of today go through it, so that
/// nobody sees sensors they may not read, addresses they may not see, or cells that are too small for them.
/// </summary>
internal sealed class Lookout(IObservationStore store, ViewCache cache, TimeProvider clock)
{
    /// <summary>Shortest bin for those who get aggregates only.</summary>
    private static readonly TimeSpan CoarseBin = TimeSpan.FromHours(1);
    private const int MostImports = 1_000;

    /// <summary>Rows of a table that stands among others.</summary>
    internal const int Few = 10;
    private static readonly TimeSpan[] Held = [TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)];

    /// <summary>What is held for the viewer; null when nothing is.</summary>
    internal Task<Held?> HeldAsync(Viewer viewer, CancellationToken cancel) => cache.GetAsync(
        "held " + Names(viewer.Limit),
        async () =>
        {
            if (SeesNothing(viewer.Limit)) return null;
            return await store.ExtentAsync(viewer.Limit, cancel) is var (first, last) ? new Held(first, last) : (Held?)null;
        },
        _ => 1);

    /// <summary>What is held, or an empty day that ends now, so that addresses can be read before the first import.</summary>
    internal async Task<Held> HeldOrNowAsync(Viewer viewer, CancellationToken cancel) =>
        await HeldAsync(viewer, cancel) ?? new Held(clock.GetUtcNow(), clock.GetUtcNow());

    internal async Task<SeriesAnswer> SeriesAsync(Viewer viewer, ObservationFilter filter, TimeSpan bin, CancellationToken cancel)
    {
        if (SeesNothing(filter.Sensors)) return new SeriesAnswer([], bin, 0);
        Check(viewer, filter);
        if (!viewer.SeesAddresses && bin < CoarseBin) bin = CoarseBin;
        var points = await cache.GetAsync("series " + Key(filter) + bin, () => store.SeriesAsync(filter, bin, cancel), p => p.Count);
        var (shown, hidden) = viewer.SeesAddresses ? (points, 0) : Suppression.Apply(points);
        return new SeriesAnswer(shown, WidthOf(points, bin), hidden);
    }

    /// <exception cref="AddressesWithheldException">The viewer gets aggregates only and asked for sources.</exception>
    internal async Task<TopAnswer> TopAsync(Viewer viewer, ObservationFilter filter, Dimension by, int limit, CancellationToken cancel)
    {
        if (by == Dimension.Source && !viewer.SeesAddresses) throw new AddressesWithheldException();
        if (SeesNothing(filter.Sensors)) return new TopAnswer([], 0);
        Check(viewer, filter);
        var key = string.Create(CultureInfo.InvariantCulture, $"top {by} {limit} {Key(filter)}");
        var rows = await cache.GetAsync(key, () => store.TopAsync(filter, by, limit, cancel), r => r.Count);
        var (shown, hidden) = viewer.SeesAddresses ? (rows, 0) : Suppression.Apply(rows);
        return new TopAnswer(shown, hidden);
    }

    internal async Task<TotalsAnswer> TotalsAsync(Viewer viewer, ObservationFilter filter, CancellationToken cancel)
    {
        if (SeesNothing(filter.Sensors)) return new TotalsAnswer(new Totals(0, 0, false, 0, 0, new Dictionary<CountingUnit, long>(), []), false);
        Check(viewer, filter);
        var totals = await cache.GetAsync("totals " + Key(filter), () => store.TotalsAsync(filter, cancel), _ => 1);
        var hidden = !viewer.SeesAddresses && totals.Events > 0 && Suppression.Hides(totals.Sources);
        return hidden ? new TotalsAnswer(totals with { Events = 0, Sources = 0, ResearchEvents = 0, BackscatterEvents = 0, ByUnit = new Dictionary<CountingUnit, long>() }, true) : new TotalsAnswer(totals, false);
    }

    /// <summary>Versions of the country and network data that the imports of this period used.</summary>
    internal Task<IReadOnlyList<string>> GeoVersionsAsync(ObservationFilter filter, CancellationToken cancel) => cache.GetAsync<IReadOnlyList<string>>(
        "geo " + Key(filter),
        async () =>
        {
            if (SeesNothing(filter.Sensors)) return [];
            var imports = await store.ListImportsAsync(filter.Sensors, MostImports, cancel);
            return [.. imports.Where(import => import.From < filter.To && import.To >= filter.From).Select(import => import.GeoVersion).Distinct(StringComparer.Ordinal)];
        },
        versions => versions.Count);

    /// <summary>The same filter over the period of the same length just before.</summary>
    internal static ObservationFilter Before(ObservationFilter filter) => filter with { From = filter.From - (filter.To - filter.From), To = filter.From };

    private static void Check(Viewer viewer, ObservationFilter filter)
    {
        if (filter.Source is not null && !viewer.SeesAddresses) throw new AddressesWithheldException();
    }

    private static bool SeesNothing(IReadOnlyList<string>? sensors) => sensors is { Count: 0 };

    /// <summary>The store widens bins where it holds no finer ones; which it did shows in where they begin.</summary>
    private static TimeSpan WidthOf(IReadOnlyList<SeriesPoint> points, TimeSpan asked)
    {
        if (points.Count < 3) return asked;
        foreach (var held in Held)
        {
            if (held > asked && points.All(point => point.At.UtcTicks % held.Ticks == 0)) return held;
        }

        return asked;
    }

    private static string Names(IReadOnlyList<string>? sensors) => sensors is null ? "*" : string.Join(' ', sensors);

    /// <summary>The record writes every condition but two: an unknown country would read like none, and a list writes its type.</summary>
    private static string Key(ObservationFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{filter with { Sensors = null, SourceCountry = null }} from {filter.SourceCountry?.Packed} by {Names(filter.Sensors)} ");
}
