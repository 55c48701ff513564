using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell;

namespace Noroshi.Capacity.Registry;

/// <summary>Assessments of states: <c>GET assessments</c>, <c>GET assessments/{id}</c>. Scores carry codes and levels; names stay where their terms keep them.</summary>
internal static class ShowAssessments
{
    private static readonly string[] _columns = ["id", "state", "model", "date", "age_years", "assessor", "code", "level", "low", "high", "evidence", .. OriginAnswer.Columns];

    /// <summary>An assessment.</summary>
    /// <remarks>
    /// <c>AgeYears</c>: Full years since.
    /// </remarks>
    internal sealed record Line(string Id, string State, string Model, string Date, int AgeYears, bool Old, string Assessor, string? Text, IReadOnlyList<ScoreLine> Scores, OriginAnswer Origin);

    /// <summary>A score as the model writes it.</summary>
    /// <remarks>
    /// <c>Share</c>: Of the model's own scale, from 0 to 1; null for a tier. Shares of different models are not averaged.
    /// </remarks>
    internal sealed record ScoreLine(string Code, string Level, string? Low, string? High, double? Share, string? Evidence);

    internal sealed record Answer(string Today, IReadOnlyList<Line> Assessments);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/assessments", ListAsync).WithSummary("Assessments, latest first; filter by q, state, model, open (not old); format=csv for one line a score.").Produces<Answer>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/assessments/{id}", OneAsync).WithSummary("One assessment with its scores.").Produces<Line>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var lines = filter.Of((await reading.ForAsync(context.User, context.RequestAborted)).Assessments, reading.Today).Select(one => Of(one, reading.Today)).ToList();
        return csv
            ? CsvTable.Download("assessments.csv", _columns, lines.SelectMany(one => one.Scores.Select(score => (object?[])[one.Id, one.State, one.Model, one.Date, one.AgeYears, one.Assessor, score.Code, score.Level, score.Low, score.High, score.Evidence, .. one.Origin.Cells()])))
            : TypedResults.Ok(new Answer(reading.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), lines));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext context, ReadCapacity reading) =>
        TypedResults.Ok(Of(CapacityAsk.Found((await reading.ForAsync(context.User, context.RequestAborted)).Assessment(id), "assessment", id, "/capacity/assessments"), reading.Today));

    private static Line Of(Assessment one, DateOnly today) => new(
        one.Id, one.State.ToString(), one.Model.Id, one.Date.ToString(), one.Age(today), one.IsOld(today), one.Assessor, one.Text.Length > 0 ? one.Text : null,
        [.. one.Scores.Select(score => new ScoreLine(score.Code, score.Level, score.Low, score.High, one.Model.Share(score.Level), score.Evidence.Length > 0 ? score.Evidence : null))], OriginAnswer.Of(one.Origin));
}
