using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary><c>GET votes/ideal-points</c>: where states stood, session by session.</summary>
internal static class PointsEndpoint
{
    private const int Digits = 4;

    internal sealed record Row(string State, int Session, double Point, double Low, double High, int N);

    internal sealed record Answer(IReadOnlyList<Row> Rows, int Iterations, bool Converged);

    internal static void Map(IEndpointRouteBuilder votes)
    {
        votes.MapGet("/ideal-points", Handle)
            .WithSummary("Ideal points with 95 % intervals and the votes they rest on: states a list of codes, session one of them; format=csv for a file. 503 while they are being estimated.")
            .Produces<Answer>().ProducesProblem(400).ProducesProblem(503);
        votes.MapGet("/estimate", (VoteQuestions questions) => TypedResults.Ok(new { percent = (int?)null, done = !questions.Kept.IsEstimating })).WithSummary("Whether the points of the kept votes are estimated.");
    }

    private static IResult Handle(string? states, int? session, string? format, VoteQuestions questions)
    {
        if (questions.Kept.IsEstimating) return VotesApi.NotYet();
        var points = questions.Kept.Points;
        var wanted = AskedStates.Read(questions, states);
        List<Row> rows = [.. (points?.Rows ?? []).Where(row => (session is null || row.Session == session) && (wanted.Count == 0 || wanted.Contains(row.State))).Select(RowOf)];
        return CsvAsked.Is(format)
            ? CsvTable.Download("ideal-points.csv", ["state", "session", "point", "low", "high", "n"], rows.Select(row => new object?[] { row.State, row.Session, row.Point, row.Low, row.High, row.N }))
            : TypedResults.Ok(new Answer(rows, points?.Rounds ?? 0, points?.Converged ?? false));
    }

    private static Row RowOf(IdealPoint row) => new(row.State, row.Session, Math.Round(row.Value, Digits), Math.Round(row.Low, Digits), Math.Round(row.High, Digits), row.Votes);
}
