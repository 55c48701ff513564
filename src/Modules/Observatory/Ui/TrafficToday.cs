using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Ui.Views;

namespace Noroshi.Observatory.Ui;

/// <summary>The card on the first page: fourteen days of traffic, and how it changed against the fourteen before.</summary>
internal sealed class TrafficToday(Viewers viewers, Lookout lookout, Labels labels, IStringLocalizer<RoomText> text) : ITodaySource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!Viewers.Readers.Any(role => Shell.Access.PersonExtensions.HasRole(person, role))) return [];
        var viewer = await viewers.OfAsync(person, cancel);
        if (await lookout.HeldAsync(viewer, cancel) is not { } held)
            return viewer.Manages ? [new TodayItem(TodayKind.Situation, text["NothingYet"], "/observatory/imports") { Detail = text["NothingYetDetail"] }] : [];
        var filter = viewer.Reader(held).Read([])!.Filter;
        var unit = await UnitAsync(viewer, filter, cancel);
        filter = filter with { Unit = unit };
        var now = await lookout.TotalsAsync(viewer, filter, cancel);
        var before = await lookout.TotalsAsync(viewer, Lookout.Before(filter), cancel);
        var query = "?unit=" + Vocabulary.Of(Vocabulary.Units, unit);
        return
        [
            new TodayItem(TodayKind.Situation, text["TrafficTitle"], "/observatory" + query)
            {
                Figure = now.Hidden ? text["TooSmall"] : now.Totals.Events.ToString("N0", language),
                Unit = labels.Unit(unit),
                Detail = Detail(filter, now, before),
                ChartSource = $"/api/v1/observatory/chart{query}&bin=6h",
            },
        ];
    }

    private async Task<CountingUnit> UnitAsync(Viewer viewer, ObservationFilter filter, CancellationToken cancel)
    {
        var units = (await lookout.TotalsAsync(viewer, filter, cancel)).Totals.ByUnit;
        return units.GetValueOrDefault(CountingUnit.Packet) > 0 || units.Count == 0 ? CountingUnit.Packet : units.MaxBy(pair => pair.Value).Key;
    }

    private string Detail(ObservationFilter filter, TotalsAnswer now, TotalsAnswer before)
    {
        var period = Labels.Period(filter);
        if (now.Hidden || before.Hidden || before.Totals.Events == 0) return text["TrafficDetailNew", period, now.Totals.Sensors.Count];
        var change = (now.Totals.Events - before.Totals.Events) / (double)before.Totals.Events;
        return text["TrafficDetail", period, change.ToString("+#,0%;−#,0%;±0%", CultureInfo.InvariantCulture), now.Totals.Sensors.Count];
    }
}
