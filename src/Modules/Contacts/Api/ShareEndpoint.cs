using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Features;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Api;

/// <summary><c>POST share</c>: sends this state's own points to its peers. People only: a token does not speak for the state.</summary>
internal static class ShareEndpoint
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/share", RunAsync).RequireRoles(ContactRights.Writers).WithTags("contacts").AddEndpointFilter<RefusalFilter>().AddEndpointFilter<CookieGuard>()
        .WithSummary("Sends this state's own valid points to every active peer, signed.").Produces<ShareContacts.Outcome>().ProducesProblem(400);

    private static async Task<IResult> RunAsync(HttpContext context, ShareContacts share)
    {
        var outcome = await share.RunAsync(Actor.Of(context.User), context.RequestAborted);
        return PageAnswer.Or(context, FormattableString.Invariant($"/contacts/directory?shared={outcome.Peers.Count}"), TypedResults.Ok(outcome));
    }
}
