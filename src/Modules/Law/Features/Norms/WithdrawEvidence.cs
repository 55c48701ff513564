using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Features;

/// <summary>Withdraws evidence with a reason: <c>POST norms/{id}/evidence/{number}/withdrawal</c>. It stays, shown as withdrawn.</summary>
internal static class WithdrawEvidence
{
    internal sealed record Request(string? Reason);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/norms/{id}/evidence/{number:long}/withdrawal", HandleAsync).AddEndpointFilter<CookieGuard>()
        .WithSummary("Withdraws evidence of one's own organisation; it is kept and shown as withdrawn, with the reason.")
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> HandleAsync(string id, long number, Request request, HttpContext context, ReadNorms reading, KeepNorms keeping)
    {
        var norm = reading.Norm(id);
        var reason = EntryText.Read(request.Reason, "reason", EntryText.LongestStatement, lines: true);
        return await keeping.WithdrawAsync(context.User, norm.Id, number, reason, context.RequestAborted) switch
        {
            WithdrawalOutcome.Done => (IResult)TypedResults.NoContent(),
            WithdrawalOutcome.Before => Problem(StatusCodes.Status409Conflict, "This evidence was withdrawn before.", "The reason that was given then is shown beside it."),
            WithdrawalOutcome.NotYours => Problem(StatusCodes.Status403Forbidden, "Another organisation gave this evidence.", "Ask that organisation, or an administrator of the node, to withdraw it."),
            _ => Problem(StatusCodes.Status404NotFound, $"There is no evidence {norm.Id}-{number}.", $"See GET norms/{norm.Id}."),
        };
    }

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(title: title, detail: detail, statusCode: status);
}
