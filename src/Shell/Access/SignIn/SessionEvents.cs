using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Checks at every request that a sign-in still holds: not ended elsewhere, not disabled, not older than the absolute limit.</summary>
internal sealed class SessionEvents(RecordStore records, TimeProvider clock) : CookieAuthenticationEvents
{
    /// <summary>However busy, a sign-in ends after this long.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    /// <summary>Without a request, a sign-in ends after this long.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    private const string Started = "noroshi.started";

    public override Task SigningIn(CookieSigningInContext context)
    {
        // Renewing a sign-in keeps its beginning.
        context.Properties.Items.TryAdd(Started, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!Young(context.Properties) || !await CurrentAsync(context.Principal, context.HttpContext.RequestAborted).ConfigureAwait(false))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name).ConfigureAwait(false);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (WantsPage(context.Request)) context.Response.Redirect(context.RedirectUri);
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Refused people see why; who only lacks the second factor is led to where it is set up.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (WantsPage(context.Request) && context.HttpContext.User.HasClaim(claim => claim.Type == AccessClaims.SecondFactorMissing))
            context.Response.Redirect("/account/second-factor");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private bool Young(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Started, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < AbsoluteLimit;

    private async Task<bool> CurrentAsync(ClaimsPrincipal? person, CancellationToken cancel)
    {
        if (person?.FindFirstValue(AccessClaims.User) is not { } id) return false;
        var stamp = await records.FirstAsync<string>("SELECT security_stamp FROM person WHERE id = @id AND disabled = 0", new { id }, cancel).ConfigureAwait(false);
        return stamp is not null && stamp == person.FindFirstValue(AccessClaims.Stamp);
    }
}
