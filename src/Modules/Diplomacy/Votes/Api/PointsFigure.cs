using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Diplomacy.Votes.Ui;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary><c>GET votes/ideal-points/figure</c> and <c>…/map</c>: what the pictures of the page draw.</summary>
internal static class PointsFigure
{
    private const int Digits = 3;

    internal sealed record Series(string Key, string Name, IReadOnlyList<double?> Values, IReadOnlyList<double?> Low, IReadOnlyList<double?> High);

    internal sealed record Figure(string Unit, IReadOnlyList<string> Times, IReadOnlyList<Series> Series);

    internal sealed record Place(string Code, string Name, string Figure, double Size, string Href);

    internal sealed record Dots(IReadOnlyList<Place> Places);

    internal static void Map(IEndpointRouteBuilder votes)
    {
        votes.MapGet("/ideal-points/figure", Draw).WithSummary("Points of a list of states over the sessions with their intervals, for the figure of the page.").Produces<Figure>().ProducesProblem(400).ProducesProblem(503);
        votes.MapGet("/ideal-points/map", Locate).WithSummary("How far every state stood from one in a session, for the map of the page.").Produces<Dots>().ProducesProblem(400).ProducesProblem(503);
    }

    private static IResult Draw(string? states, VoteQuestions questions, VoteLabels labels)
    {
        if (questions.Kept.IsEstimating) return VotesApi.NotYet();
        var wanted = AskedStates.Read(questions, states);
        var rows = (questions.Kept.Points?.Rows ?? []).Where(row => wanted.Contains(row.State)).ToLookup(row => row.State);
        var sessions = rows.SelectMany(of => of).Select(row => row.Session).Distinct().Order().ToList();
        return TypedResults.Ok(new Figure(labels.Say("PointUnit"), [.. sessions.Select(Opening)], [.. wanted.Select(state =>
        {
            var at = rows[state].ToDictionary(row => row.Session);
            IReadOnlyList<double?> Each(Func<Estimation.IdealPoint, double> of) => [.. sessions.Select(session => at.TryGetValue(session, out var row) ? Math.Round(of(row), Digits) : (double?)null)];
            return new Series(state, labels.State(state), Each(row => row.Value), Each(row => row.Low), Each(row => row.High));
        })]));
    }

    private static IResult Locate(string? from, int? session, VoteQuestions questions, VoteLabels labels)
    {
        if (questions.Kept.IsEstimating) return VotesApi.NotYet();
        var rows = questions.Kept.Points?.Rows ?? [];
        var asked = session ?? (rows.Count == 0 ? 0 : rows.Max(row => row.Session));
        var here = AskedStates.Read(questions, from ?? questions.OwnState) is [var first, ..] ? rows.FirstOrDefault(row => row.State == first && row.Session == asked) : null;
        return TypedResults.Ok(new Dots(here is null ? [] : [.. rows.Where(row => row.Session == asked && row.State.Length == 2)
            .Select(row => new Place(row.State, labels.State(row.State), VoteLabels.Number(row.Value - here.Value), Math.Round(Math.Abs(row.Value - here.Value), Digits), $"/votes/agreement?a={here.State}&b={row.State}"))]));
    }

    // A regular session opens in September.
    private static string Opening(int session) => string.Create(CultureInfo.InvariantCulture, $"{1945 + session}-09-15T00:00:00Z");
}
