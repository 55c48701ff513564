using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Noroshi.Shell.Access;

/// <summary>Signs machines in by <c>Authorization: Bearer noroshi_…</c>.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = TokenScheme.Name + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var token = await tokens.CheckAsync(header[Prefix.Length..].Trim(), Context.RequestAborted).ConfigureAwait(false);
        if (token is null) return AuthenticateResult.Fail("The token is not known, was revoked or has expired.");
        var identity = new ClaimsIdentity(TokenScheme.Name, AccessClaims.Name, AccessClaims.Role);
        identity.AddClaim(new Claim(AccessClaims.User, "token:" + token.Id));
        identity.AddClaim(new Claim(AccessClaims.Name, token.Name));
        identity.AddClaim(new Claim(AccessClaims.Display, token.Name));
        identity.AddClaim(new Claim(AccessClaims.Organisation, token.OrganisationId));
        foreach (var scope in token.Scopes) identity.AddClaim(new Claim(AccessClaims.Scope, scope.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), TokenScheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"noroshi\"";
        return Task.CompletedTask;
    }
}
