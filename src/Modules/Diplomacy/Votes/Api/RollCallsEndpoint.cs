using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary><c>GET votes</c>, <c>GET votes/roll-calls</c> and <c>GET votes/roll-calls/{key}</c>: what is kept, and who voted how.</summary>
internal static class RollCallsEndpoint
{
    private const int PerPage = 100;

    /// <param name="Votes">Votes kept.</param>
    /// <param name="RollCalls">Roll calls kept.</param>
    /// <param name="States">States that voted.</param>
    /// <param name="From">Day of the first vote; null where nothing is kept.</param>
    /// <param name="To">Day of the newest.</param>
    /// <param name="Source">Whose files they are.</param>
    internal sealed record Kept(int Votes, int RollCalls, int States, string? From, string? To, string Source);

    internal sealed record Line(string RollCall, int Session, string Date, string Resolution, string Title, bool Whole, int Yes, int Abstain, int No);

    internal sealed record Listed(int Total, int Page, IReadOnlyList<Line> RollCalls);

    internal sealed record Vote(string State, string Choice);

    internal sealed record One(Line RollCall, string Source, IReadOnlyList<Vote> Votes);

    internal static void Map(IEndpointRouteBuilder votes)
    {
        votes.MapGet("", What).WithSummary("What is kept: how many votes, of which days, from whose files.").Produces<Kept>();
        votes.MapGet("/roll-calls", List).WithSummary("Roll calls, newest first: q words of the title, session, resolution, page; format=csv for all of them.").Produces<Listed>();
        votes.MapGet("/roll-calls/{key}", Show).WithSummary("Who voted how in one roll call; format=csv for a file. Absence is not kept.").Produces<One>().ProducesProblem(404);
    }

    private static Kept What(VoteQuestions questions)
    {
        var book = questions.Kept.Book;
        var days = book.RollCalls.Select(rollCall => rollCall.Date).ToList();
        return new Kept(book.Choices.Length, book.RollCalls.Count, book.States.Count, days.Count == 0 ? null : Day(days.Min()), days.Count == 0 ? null : Day(days.Max()), VoteSources.Of(book));
    }

    private static IResult List(string? q, int? session, string? resolution, int? page, string? format, VoteQuestions questions)
    {
        var (book, found) = (questions.Kept.Book, questions.Find(q, session, resolution));
        if (CsvAsked.Is(format))
        {
            return CsvTable.Download("roll-calls.csv", ["roll_call", "session", "date", "resolution", "title", "whole", "yes", "abstain", "no"],
                found.Select(at => LineOf(book, at)).Select(line => new object?[] { line.RollCall, line.Session, line.Date, line.Resolution, line.Title, line.Whole, line.Yes, line.Abstain, line.No }));
        }

        var at = Math.Max(1, page ?? 1);
        return TypedResults.Ok(new Listed(found.Count, at, [.. found.Skip((at - 1) * PerPage).Take(PerPage).Select(one => LineOf(book, one))]));
    }

    private static IResult Show(string key, string? format, VoteQuestions questions)
    {
        var (book, at) = (questions.Kept.Book, questions.PositionOf(key));
        if (at < 0) return TypedResults.Problem(title: "No such roll call is kept.", detail: "Take its key from the list of roll calls.", statusCode: StatusCodes.Status404NotFound);
        List<Vote> votes = [];
        for (var vote = book.Starts[at]; vote < book.Starts[at + 1]; vote++) votes.Add(new Vote(book.States[book.Voters[vote]], VotesVerb.Word(book.Choices[vote])));
        return CsvAsked.Is(format)
            ? CsvTable.Download($"roll-call-{key}.csv", ["state", "choice"], votes.Select(vote => new object?[] { vote.State, vote.Choice }))
            : TypedResults.Ok(new One(LineOf(book, at), VoteSources.Of(book.RollCalls[at].Layout), votes));
    }

    private static Line LineOf(VoteBook book, int at)
    {
        var rollCall = book.RollCalls[at];
        return new Line(rollCall.Key, rollCall.Session, rollCall.Day, rollCall.Resolution, rollCall.Title, rollCall.IsWhole, book.CountOf(at, Choice.Yes), book.CountOf(at, Choice.Abstain), book.CountOf(at, Choice.No));
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
