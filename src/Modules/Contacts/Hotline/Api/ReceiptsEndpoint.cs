using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>POST messages/{id}/receipts</c>: acknowledges, or says that a message was read or understood.</summary>
internal static class ReceiptsEndpoint
{
    internal sealed record NewReceipt(string Kind);

    internal sealed record GivenAnswer(string Message, IReadOnlyList<string> Given);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/messages/{id}/receipts", GiveAsync).RequireRoles(HotlineRights.Watchers).AddEndpointFilter<CookieGuard>()
        .WithSummary("Gives a receipt for a received message: acknowledged, read or understood (diplomats and administrators). Each includes those before it.").Produces<GivenAnswer>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> GiveAsync(HttpContext context, string id, NewReceipt asked, AnswerOnHotline answer, Speakers speakers)
    {
        var kind = HotlineWords.Receipt(asked.Kind) ?? throw SayEndpoint.Unknown("kind", HotlineWords.Receipts);
        if (!context.User.Roles().Any(HotlineRights.For(kind)))
            return TypedResults.Problem(title: "Only diplomats and administrators say that a message is understood.", statusCode: StatusCodes.Status403Forbidden);
        var given = await answer.GiveAsync(await speakers.OfAsync(context.User, context.RequestAborted), id, kind, context.RequestAborted);
        return given is null ? HotlineApi.NotFound("There is no such received message.") : TypedResults.Ok(new GivenAnswer(id, [.. given.Select(HotlineWords.Of)]));
    }
}
