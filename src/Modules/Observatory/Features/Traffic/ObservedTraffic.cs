using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Tells other rooms on which days traffic was seen.</summary>
internal sealed class ObservedTraffic(Viewers viewers, Lookout lookout, NodeOptions options) : IObservedTraffic
{
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<ObservedDays?> DaysAsync(CountryCode state, uint? network, int days, ClaimsPrincipal? person, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (person is not null && !Viewers.Readers.Any(person.HasRole)) return null;
        var viewer = person is null ? await viewers.OfFolderAsync(cancel) : await viewers.OfAsync(person, cancel);
        // Small cells are hidden from whoever gets aggregates only; a day that is hidden must not be counted as quiet.
        if (!viewer.SeesAddresses || await lookout.HeldAsync(viewer, cancel) is not { } held) return null;
        var everything = new ObservationFilter { From = held.EndOfLastDay.AddDays(-days), To = held.EndOfLastDay, Sensors = viewer.Limit, IncludeResearch = true };
        var totals = await lookout.TotalsAsync(viewer, everything, cancel);
        var asked = everything with { IncludeResearch = false, SourceCountry = network is null ? state : null, Asn = network };
        var (watched, seen, sensors) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var unit in totals.Totals.ByUnit.Where(pair => pair.Value > 0).Select(pair => pair.Key))
        {
            // Figures are of one unit; which sensors saw anything is said of all.
            sensors.UnionWith((await lookout.TotalsAsync(viewer, everything with { Unit = unit }, cancel)).Totals.Sensors);
            await AddAsync(everything with { Unit = unit }, watched);
            await AddAsync(asked with { Unit = unit }, seen);
        }

        return new ObservedDays(
            DateOnly.FromDateTime(everything.From.UtcDateTime), DateOnly.FromDateTime(everything.To.UtcDateTime).AddDays(-1), watched.Count, seen.Count(watched.Contains), sensors.Count,
            await lookout.GeoVersionsAsync(everything, cancel), options.Exercise);

        async Task AddAsync(ObservationFilter filter, HashSet<DateOnly> into)
        {
            foreach (var point in (await lookout.SeriesAsync(viewer, filter, _day, cancel)).Points.Where(point => point.Events > 0)) into.Add(DateOnly.FromDateTime(point.At.UtcDateTime));
        }
    }
}
