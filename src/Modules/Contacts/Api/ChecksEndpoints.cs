using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Api;

/// <summary><c>GET</c> and <c>POST checks</c>, <c>GET checks/figures</c>.</summary>
internal static class ChecksEndpoints
{
    /// <summary>Which point to check.</summary>
    internal sealed record NewCheck(string? Point, bool Announced);

    /// <summary>The check and its link, which is shown this once.</summary>
    internal sealed record Sent(string Check, string Point, DateTimeOffset SentAt, DateTimeOffset DueAt, DateTimeOffset ExpiresAt, string Link, IReadOnlyList<string> Ways, string TextEn, string TextJa, string Note);

    /// <summary>Figures of one function.</summary>
    internal sealed record FunctionFigures(string Function, ChecksJson.Figures Figures);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/checks", ListAsync).WithSummary("The communication checks of your organisation, newest first.").Produces<IReadOnlyList<ChecksJson.Line>>();
        api.MapGet("/checks/figures", FiguresAsync).WithSummary("Figures by function that name no point, state or sender, and may be shared; also format=csv.").Produces<IReadOnlyList<FunctionFigures>>();
        api.MapPost("/checks", SendAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Writes a communication check. A peer's point is asked through the peer's node as well; for the link, send the text through the official channel.").Produces<Sent>(201).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ShowChecks showing, TimeProvider clock) =>
        TypedResults.Ok((await showing.ListAsync(context.User, context.RequestAborted)).Select(check => ChecksJson.Of(check, clock.GetUtcNow())).ToList());

    private static async Task<IResult> FiguresAsync(string? format, HttpContext context, ShowChecks showing)
    {
        var figures = await showing.FiguresAsync(await showing.ListAsync(context.User, context.RequestAborted), context.RequestAborted);
        var lines = figures.Select(pair => new FunctionFigures(ContactWords.Of(pair.Function), ChecksJson.Of(pair.Figures))).ToList();
        return format != "csv" ? TypedResults.Ok(lines) : CsvTable.Download(
            "communication-checks.csv",
            ["function", "sent", "answered", "timely", "waiting", "answered_share", "median_seconds", "p90_seconds"],
            lines.Select(line => (IReadOnlyList<object?>)[line.Function, line.Figures.Sent, line.Figures.Answered, line.Figures.Timely, line.Figures.Waiting, line.Figures.AnsweredShare, line.Figures.MedianSeconds, line.Figures.P90Seconds]));
    }

    private static async Task<IResult> SendAsync(NewCheck asked, HttpContext context, ContactDirectory directory, SendCheck sending, TimeProvider clock)
    {
        var book = await directory.SeenByAsync(context.User, context.RequestAborted);
        if (book.Point(asked.Point ?? "") is not { } point || !point.IsValidAt(clock.GetUtcNow()))
            return TypedResults.Problem(title: "There is no such point in use.", detail: "GET /api/v1/contacts/points lists them.", statusCode: StatusCodes.Status404NotFound);
        var sent = await sending.SendAsync(point, asked.Announced, context.User, context.RequestAborted);
        var address = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return TypedResults.Created(
            "/contacts/points/" + point.Id,
            new Sent(sent.Check.Id, point.Id, sent.Check.SentAt, sent.Check.DueAt, sent.Check.ExpiresAt, address + sent.Path, ChecksJson.Ways(sent.Check), CheckWords.Text(sent, address, "en"), CheckWords.Text(sent, address, "ja"), sent.Note));
    }
}
