using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Ui.Views;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Observatory.Ui.Profile;

/// <summary>Traffic through the networks of another state that reached our sensors in the last week and month: unit by unit, with what the reader may see.</summary>
internal sealed class TrafficProfile(Viewers viewers, Lookout lookout, Labels labels, NodeOptions options, IStringLocalizer<TrafficProfileText> text) : IStateProfileSource
{
    private const int MostNetworks = 3;
    private static readonly int[] _spans = [7, 30];

    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Traffic];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        if (question.Person is { } person && !Viewers.Readers.Any(person.HasRole)) return [];
        var viewer = question.Person is { } asking ? await viewers.OfAsync(asking, cancel) : await viewers.OfFolderAsync(cancel);
        var held = await lookout.HeldAsync(viewer, cancel);
        var filters = held is { } known ? Filters(viewer, known, question).ToList() : [];
        var facts = new List<ProfileFact>();
        foreach (var (filter, days) in filters) facts.AddRange(await SpanAsync(viewer, held!.Value, filter, days, cancel));
        return
        [
            new(ProfileTopic.Traffic, text["From"], text["NothingHeld"])
            {
                Facts = facts,
                Note = filters.Count == 0 ? null : (string)text["Note", string.Join(text["Comma"], (await lookout.GeoVersionsAsync(filters[^1].Filter, cancel)).DefaultIfEmpty(text["Unknown"]))],
                Href = "/observatory?country=" + question.State,
            },
            new(ProfileTopic.Traffic, text["To"], text["ToNotKept"]),
        ];
    }

    /// <summary>The periods that end with the day asked for, or with the last day held where that is earlier; the longest last.</summary>
    private static IEnumerable<(ObservationFilter Filter, int Days)> Filters(Viewer viewer, Held held, ProfileQuestion question)
    {
        var asked = new DateTimeOffset(question.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1);
        var end = asked < held.EndOfLastDay ? asked : held.EndOfLastDay;
        return _spans.Where(_ => end > held.First)
            .Select(days => (new ObservationFilter { From = end.AddDays(-days), To = end, SourceCountry = question.State, Sensors = viewer.Limit }, days));
    }

    private async Task<IEnumerable<ProfileFact>> SpanAsync(Viewer viewer, Held held, ObservationFilter filter, int days, CancellationToken cancel)
    {
        var all = await lookout.TotalsAsync(viewer, filter, cancel);
        ProfileFact Fact(string said, string? detail, int? sensors = null) => new(said, sensors is { } count ? text["Source", count] : text["SourceAlone"])
        {
            Detail = detail,
            AsOf = DateOnly.FromDateTime(filter.To.UtcDateTime).AddDays(-1),
            Href = Page(filter),
            Exercise = options.Exercise,
        };

        if (all.Hidden) return [Fact(text["TooFew", days], Labels.Period(filter))];
        var units = all.Totals.ByUnit.Where(pair => pair.Value > 0).Select(pair => pair.Key).Order().ToList();
        if (units.Count == 0) return [Fact(text["NoneSeen", days], Labels.Period(filter))];
        var facts = new List<ProfileFact>();
        foreach (var unit in units)
        {
            var one = filter with { Unit = unit };
            var totals = await lookout.TotalsAsync(viewer, one, cancel);
            if (totals.Hidden) facts.Add(Fact(text["TooFewOfUnit", labels.Unit(unit), days], Labels.Period(filter)));
            else facts.Add(Fact(text["Line", totals.Totals.Events, labels.Unit(unit), days], await DetailAsync(viewer, held, one, totals.Totals, cancel), totals.Totals.Sensors.Count) with { Href = Page(one) });
        }

        return facts;
    }

    private async Task<string> DetailAsync(Viewer viewer, Held held, ObservationFilter filter, Totals totals, CancellationToken cancel)
    {
        var parts = new List<string> { Labels.Period(filter), text[totals.SourcesAreEstimated ? "SourcesEstimated" : "Sources", totals.Sources], await ChangeAsync(viewer, held, filter, totals, cancel) };
        var top = await lookout.TopAsync(viewer, filter, Dimension.Network, MostNetworks, cancel);
        if (top.Rows.Count > 0) parts.Add(text["Networks", string.Join(text["Comma"], top.Rows.Select(row => (string)text["Network", labels.Of(Dimension.Network, row.Key), row.Events]))]);
        return string.Join(" · ", parts);
    }

    /// <summary>Against the period before; not said where that began before the first observation, which would make a rise out of nothing.</summary>
    private async Task<string> ChangeAsync(Viewer viewer, Held held, ObservationFilter filter, Totals totals, CancellationToken cancel)
    {
        var before = Lookout.Before(filter);
        if (before.From.UtcDateTime.Date < held.First.UtcDateTime.Date) return text["NothingBefore"];
        var earlier = await lookout.TotalsAsync(viewer, before, cancel);
        return earlier.Hidden || earlier.Totals.Events == 0
            ? text["NothingBefore"]
            : text["Change", ((totals.Events - earlier.Totals.Events) / (double)earlier.Totals.Events).ToString("+#,0%;−#,0%;±0%", CultureInfo.InvariantCulture)];
    }

    private static string Page(ObservationFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"/observatory?country={filter.SourceCountry}&unit={Vocabulary.Of(Vocabulary.Units, filter.Unit)}&from={filter.From:yyyy-MM-dd}&to={filter.To:yyyy-MM-dd}");
}
