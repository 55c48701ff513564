using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Api;

/// <summary><c>GET checks/asked</c>, <c>POST checks/asked/{id}/answer</c>: the checks that peers sent us.</summary>
internal static class AskedEndpoints
{
    private const string Page = "/contacts/asked";

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/checks/asked", ListAsync).WithSummary("The communication checks that peers sent to points you may answer for, newest first.").Produces<IReadOnlyList<ChecksJson.Asked>>();
        api.MapPost("/checks/asked/{id}/answer", AnswerAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Answers a check of a peer, once; the answer goes to the peer's node, signed.").Produces<ChecksJson.Asked>().ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> ListAsync(HttpContext context, AnswerCheck answering, TimeProvider clock) =>
        TypedResults.Ok((await answering.ListAsync(context.User, context.RequestAborted)).Select(check => ChecksJson.Of(check, clock.GetUtcNow())).ToList());

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, AnswerCheck answering)
    {
        var (outcome, check) = await answering.AnswerAsync(id, context.User, context.RequestAborted);
        if (context.Request.HasFormContentType && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Headers.Location = $"{Page}?outcome={outcome}";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }

        return outcome == AnswerOutcome.Done
            ? TypedResults.Ok(ChecksJson.Of(check!, check!.AnsweredAt!.Value))
            : TypedResults.Problem(title: AnswerCheck.Reason(outcome), statusCode: outcome == AnswerOutcome.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict);
    }
}
