using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary><c>GET votes/agreement</c>: two states vote by vote, or one against all others.</summary>
internal static class AgreementEndpoint
{
    internal sealed record Vote(string RollCall, int Session, string Date, string Resolution, string Title, string A, string B);

    internal sealed record Pair(string A, string B, int N, double? Agreement, double? S, double? Kappa, IReadOnlyList<Vote> Votes);

    internal sealed record Other(string State, int N, double Agreement, double S, double? Kappa);

    internal sealed record Row(string A, IReadOnlyList<Other> States);

    internal static void Map(IEndpointRouteBuilder votes) => votes.MapGet("/agreement", Handle)
        .WithSummary("How far states a and b agreed where both chose, with every vote; without b, a against all others. from and to are years, resolutions a list; format=csv for a file.")
        .Produces<Pair>().ProducesProblem(400);

    private static IResult Handle(string? a, string? b, string? from, string? to, string? resolutions, string? format, VoteQuestions questions)
    {
        var ask = questions.Agreeing(a, b, from, to, resolutions);
        var one = questions.Kept.Book.States[ask.One];
        if (ask.Other is not { } other)
        {
            var rows = questions.AgreementsOf(ask).Select(row => new Other(row.State, row.Agreement.Votes.Count, row.Agreement.Share, row.Agreement.S, row.Agreement.Kappa)).ToList();
            return CsvAsked.Is(format)
                ? CsvTable.Download($"agreement-{one}.csv", ["state", "n", "agreement", "s", "kappa"], rows.Select(row => new object?[] { row.State, row.N, row.Agreement, row.S, row.Kappa }))
                : TypedResults.Ok(new Row(one, rows));
        }

        var agreement = questions.AgreementOf(ask);
        List<Vote> votes = [.. agreement?.Votes.Select(vote => new Vote(vote.RollCall.Key, vote.RollCall.Session, vote.RollCall.Day, vote.RollCall.Resolution, vote.RollCall.Title, VotesVerb.Word(vote.One), VotesVerb.Word(vote.Other))) ?? []];
        var two = questions.Kept.Book.States[other];
        return CsvAsked.Is(format)
            ? CsvTable.Download($"agreement-{one}-{two}.csv", ["roll_call", "session", "date", "resolution", "title", one, two], votes.Select(vote => new object?[] { vote.RollCall, vote.Session, vote.Date, vote.Resolution, vote.Title, vote.A, vote.B }))
            : TypedResults.Ok(new Pair(one, two, votes.Count, agreement?.Share, agreement?.S, agreement?.Kappa, votes));
    }
}
