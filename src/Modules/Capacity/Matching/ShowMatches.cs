using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Capacity.Registry;
using Noroshi.Shell;

namespace Noroshi.Capacity.Matching;

/// <summary>Proposals: offers for needs (<c>GET matches</c>) and efforts that may be doubled (<c>GET overlaps</c>).</summary>
internal static class ShowMatches
{
    private static readonly string[] _matches = ["need", "offer", "low", "high", "gap_low", "gap_high", "gap_assessment", "relevance", "same_topic", "text_likeness", "capacity", "taken", "places", "overlap", "running_projects"];
    private static readonly string[] _overlaps = ["first", "first_title", "second", "second_title", "likeness", "text", "organisations", "dates", "sectors", "budget", "same_identifier", "shared_organisations", "shared_sectors", "shared_states"];

    /// <summary>An offer for a need with every term: gap × relevance × capacity − overlap.</summary>
    /// <remarks>
    /// <c>GapAssessment</c>: Null where nothing was assessed; then the gap may be anything from 0 to 1.
    /// </remarks>
    internal sealed record MatchLine(string Need, string Offer, double Low, double High, double GapLow, double GapHigh, string? GapAssessment, IReadOnlyList<string> GapCodes, double Relevance, bool SameTopic, double TextLikeness, double Capacity, int Taken, int Places, double Overlap, IReadOnlyList<string> RunningProjects);

    /// <summary>An offer that cannot answer a need.</summary>
    internal sealed record RefusedLine(string Need, string Offer, IReadOnlyList<string> Reasons);

    internal sealed record Matches(string Formula, IReadOnlyList<MatchLine> List, IReadOnlyList<RefusedLine> Refused);

    /// <summary>A pair of projects; a term is null where it cannot be compared.</summary>
    internal sealed record OverlapLine(string First, string FirstTitle, string Second, string SecondTitle, double Likeness, double Text, double? Organisations, double Dates, double? Sectors, double? Budget, bool SameIdentifier, IReadOnlyList<string> SharedOrganisations, IReadOnlyList<string> SharedSectors, IReadOnlyList<string> SharedStates);

    /// <summary>Pairs that may be one effort twice.</summary>
    /// <remarks>
    /// <c>Partial</c>: True where there were too many projects to compare all of them.
    /// </remarks>
    internal sealed record Overlaps(double Threshold, bool Partial, IReadOnlyList<OverlapLine> List);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/matches", MatchesAsync).WithSummary("Offers for open needs, each term with its reason, and offers that fall out with every hard filter; filter by state, topic, q; format=csv for a file.").Produces<Matches>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/overlaps", OverlapsAsync).WithSummary("Pairs of projects that may be one effort twice; suggestions, never merged; filter by state, q; format=csv for a file.").Produces<Overlaps>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> MatchesAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading, MatchNeeds matching)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var answers = filter.Of(record.Needs, reading.Today).Where(need => need.IsOpen(reading.Today)).Select(need => matching.Of(need, record, reading.Today)).ToList();
        var lines = answers.SelectMany(answer => answer.Matches).Select(Of).ToList();
        return csv
            ? CsvTable.Download("matches.csv", _matches, lines.Select(one => new object?[] { one.Need, one.Offer, one.Low, one.High, one.GapLow, one.GapHigh, one.GapAssessment, one.Relevance, one.SameTopic ? "Y" : "N", one.TextLikeness, one.Capacity, one.Taken, one.Places, one.Overlap, string.Join(';', one.RunningProjects) }))
            : TypedResults.Ok(new Matches("gap * relevance * capacity - overlap", lines, [.. answers.SelectMany(answer => answer.Refused.Select(refused => new RefusedLine(answer.Need.Id, refused.Offer.Id, [.. refused.Reasons.Select(reason => FieldWords.Of(reason))])))]));
    }

    private static async Task<IResult> OverlapsAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading, OverlapCache overlaps)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var found = overlaps.Among(record);
        var lines = found.Pairs.Where(filter.Holds).Select(Of).ToList();
        return csv
            ? CsvTable.Download("overlaps.csv", _overlaps, lines.Select(one => new object?[] { one.First, one.FirstTitle, one.Second, one.SecondTitle, one.Likeness, one.Text, one.Organisations, one.Dates, one.Sectors, one.Budget, one.SameIdentifier ? "Y" : "N", string.Join(';', one.SharedOrganisations), string.Join(';', one.SharedSectors), string.Join(';', one.SharedStates) }))
            : TypedResults.Ok(new Overlaps(FindOverlaps.Threshold, found.IsPartial, lines));
    }

    private static MatchLine Of(NeedMatch one) => new(
        one.Need.Id, one.Offer.Id, Round(one.Low), Round(one.High), Round(one.Gap.Low), Round(one.Gap.High), one.Gap.Assessment?.Id, [.. one.Gap.Scores.Select(score => score.Code)], Round(one.Relevance), one.IsSameTopic, Round(one.TextLikeness),
        Round(one.Capacity), one.Taken.Count, one.Offer.Places, Round(one.Overlap), [.. one.Running.Select(project => project.Id)]);

    internal static OverlapLine Of(OverlapPair one) => new(
        one.First.Id, one.First.Title, one.Second.Id, one.Second.Title, Round(one.Likeness), Round(one.Text), Round(one.Organisations), Round(one.Dates), Round(one.Sectors), Round(one.Budget),
        one.IsSameIdentifier, one.SharedOrganisations, one.SharedSectors, one.SharedStates);

    private static double Round(double figure) => Math.Round(figure, 3);

    private static double? Round(double? figure) => figure is { } known ? Round(known) : null;
}
