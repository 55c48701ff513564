using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;

namespace Noroshi.Observatory.Features;

/// <summary>The overview's figures for one filter.</summary>
internal sealed record Figures(ObservationFilter Filter, Totals Totals, IReadOnlyList<SeriesPoint> Series, IReadOnlyDictionary<Dimension, IReadOnlyList<TopRow>> Top)
{
    /// <summary>The tables of the overview, in the order shown.</summary>
    internal static readonly IReadOnlyList<Dimension> Tables = [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector, Dimension.Fingerprint];

    private const int MostBins = 400;

    internal static async Task<Figures> ReadAsync(IObservationStore store, ObservationFilter filter, int top, CancellationToken cancel)
    {
        var totals = await store.TotalsAsync(filter, cancel).ConfigureAwait(false);
        var series = await store.SeriesAsync(filter, (filter.To - filter.From) / MostBins, cancel).ConfigureAwait(false);
        var tables = new Dictionary<Dimension, IReadOnlyList<TopRow>>();
        foreach (var by in Tables) tables[by] = await store.TopAsync(filter, by, top, cancel).ConfigureAwait(false);
        return new Figures(filter, totals, series, tables);
    }
}
