using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;

namespace Noroshi.Shell.Access;

/// <summary>What administrators take away: from people, tokens and sharing rules. Plain forms that lead back to the page.</summary>
internal static class PeopleRoutes
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var settings = endpoints.MapGroup("/settings").RequireRoles(Role.Administrator).RequireForm();
        settings.MapPost("/users/{id}/disable", (string id, HttpContext context, UserDirectory users, CancellationToken cancel) =>
            DoAsync(users.SetDisabledAsync(id, true, Actor.Of(context.User), cancel), "/settings/users/" + id, "UserDisabled"));
        settings.MapPost("/users/{id}/enable", (string id, HttpContext context, UserDirectory users, CancellationToken cancel) =>
            DoAsync(users.SetDisabledAsync(id, false, Actor.Of(context.User), cancel), "/settings/users/" + id, "UserEnabled"));
        settings.MapPost("/users/{id}/reset-second-factor", (string id, HttpContext context, UserDirectory users, CancellationToken cancel) =>
            DoAsync(users.ResetSecondFactorAsync(id, Actor.Of(context.User), cancel), "/settings/users/" + id, "SecondFactorReset"));
        settings.MapPost("/users/{id}/end-sessions", (string id, HttpContext context, UserDirectory users, CancellationToken cancel) =>
            DoAsync(users.EndSessionsAsync(id, Actor.Of(context.User), cancel), "/settings/users/" + id, "SessionsEnded"));
        settings.MapPost("/tokens/{id}/revoke", (string id, HttpContext context, ApiTokens tokens, CancellationToken cancel) =>
            DoAsync(tokens.RevokeAsync(id, Actor.Of(context.User), cancel), "/settings/tokens", "TokenRevoked"));
        settings.MapPost("/sharing/{id}/remove", (string id, HttpContext context, SharingRules rules, CancellationToken cancel) =>
            DoAsync(rules.RemoveAsync(id, Actor.Of(context.User), cancel), "/settings/sharing", "RuleRemoved"));
    }

    private static async Task<IResult> DoAsync(Task act, string page, string done)
    {
        try
        {
            await act.ConfigureAwait(false);
            return Back(page, "done", done);
        }
        catch (AccessException refusal) when (refusal.Reason == "UserUnknown")
        {
            return Results.NotFound();
        }
        catch (AccessException refusal)
        {
            return Back(page, "refused", refusal.Reason);
        }
    }

    // The page's path holds an id from the address: it is put together anew, so that it cannot lead elsewhere.
    private static IResult Back(string page, string key, string text) =>
        Results.LocalRedirect($"{string.Join('/', page.Split('/').Select(Uri.EscapeDataString))}?{key}={text}");
}
