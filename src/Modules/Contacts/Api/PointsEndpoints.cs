using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Features;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Api;

/// <summary><c>GET who</c>, <c>points</c>, <c>points/{id}</c>, <c>export</c>.</summary>
internal static class PointsEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/who", WhoAsync).WithSummary("Who to call for a function in a state at a moment (default: now), best first, with the next steps. language: tags you speak, best first.")
            .Produces<WhoAnswerJson>().ProducesProblem(400);
        api.MapGet("/points", ListAsync).WithSummary("The points you may see; narrowed by state, function, origin (own, peer) and standing (expired, retired, all; default: valid ones).").Produces<IReadOnlyList<PointJson>>();
        api.MapGet("/points/{id}", OneAsync).WithSummary("One point with its entry.").Produces<PointJson>().ProducesProblem(404);
        api.MapGet("/export", ExportAsync).WithSummary("The valid points as a file: format=csv, json, vcard, rfc2350 or security-txt; narrowed by state and organisation. Recorded.").Produces(200).ProducesProblem(400);
    }

    private static async Task<IResult> WhoAsync(string? state, string? function, string? at, string? language, HttpContext context, AskWho asking, TimeProvider clock) =>
        TypedResults.Ok(WhoAnswerJson.Of(await asking.AskAsync(new WhoAsk(state, function, at, language).Read(clock.GetUtcNow()), context.User, context.RequestAborted)));

    private static async Task<IResult> ListAsync(string? state, string? function, string? origin, string? standing, HttpContext context, ContactDirectory directory, TimeProvider clock)
    {
        var book = await directory.SeenByAsync(context.User, context.RequestAborted);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(PointFilter.Read(state, function, origin, standing).Of(book, now).Select(point => PointJson.Of(book.BodyOf(point), point, now)).ToList());
    }

    private static async Task<IResult> OneAsync(string id, HttpContext context, ContactDirectory directory, TimeProvider clock)
    {
        var book = await directory.SeenByAsync(context.User, context.RequestAborted);
        return book.Point(id) is { } point
            ? TypedResults.Ok(PointJson.Of(book.BodyOf(point), point, clock.GetUtcNow()))
            : TypedResults.Problem(title: "There is no such point that you may see.", detail: "GET /api/v1/contacts/points lists them.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ExportAsync(string? format, string? state, string? organisation, HttpContext context, ContactDirectory directory, ExportContacts export)
    {
        var book = await directory.SeenByAsync(context.User, context.RequestAborted);
        var file = await export.RunAsync(book, format, state, organisation, Actor.Of(context.User), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Encoding.UTF8.GetBytes(file.Text), file.Format.MediaType, "contacts-" + file.Format.Word + file.Format.Ending);
    }
}
