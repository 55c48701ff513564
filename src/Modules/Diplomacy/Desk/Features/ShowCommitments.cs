using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>What was promised and what became of it: <c>GET commitments</c>, <c>GET commitments/{id}</c>.</summary>
internal static class ShowCommitments
{
    private static readonly string[] _columns = ["id", "date", "states", "organisations", "group", "text_en", "text_ja", "owner_en", "owner_ja", "document_en", "document_ja", "meeting", "due", "status", "overdue", "evidence_en", "evidence_ja", "linked", "entry", "note", "source", "as_of", "confidence"];

    internal sealed record Answer(string Today, IReadOnlyList<CommitmentAnswer> Commitments);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/commitments", ListAsync)
            .WithSummary("Commitments, overdue ones first; filter by q, state, status, overdue; format=csv for a file.")
            .Produces<Answer>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/commitments/{id}", OneAsync)
            .WithSummary("A commitment with the evidence of what became of it.")
            .Produces<CommitmentAnswer>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? format, DeskAsk ask, ReadDesk reading)
    {
        var csv = CsvAsked.Is(format);
        var filter = CommitmentFilter.Read(name => context.Request.Query[name], ask);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var lines = filter.Of(record, reading.Today).Select(one => CommitmentAnswer.Of(one, reading.Today)).ToList();
        return csv
            ? CsvTable.Download("commitments.csv", _columns, lines.Select(one => new object?[] { one.Id, one.Date, string.Join(';', one.States), string.Join(';', one.Organisations), one.Group, one.Text?.En, one.Text?.Ja, one.Owner?.En, one.Owner?.Ja, one.Document?.En, one.Document?.Ja, one.Meeting, one.Due, one.Status, one.Overdue ? "Y" : "N", one.Evidence?.En, one.Evidence?.Ja, one.Linked, one.Origin.Entry, one.Origin.Note, one.Origin.Source, one.Origin.AsOf, one.Origin.Confidence }))
            : TypedResults.Ok(new Answer(reading.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), lines));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext context, ReadDesk reading)
    {
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        return TypedResults.Ok(CommitmentAnswer.Of(DeskAsk.Found(record.Commitment(id), "commitment", id, "/diplomacy/commitments"), reading.Today));
    }
}
