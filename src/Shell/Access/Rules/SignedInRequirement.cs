using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Access;

/// <summary>
/// What every page and endpoint asks unless it says otherwise: a person who signed in completely, or a token of the scope that the
/// endpoint allows.
/// </summary>
internal sealed class SignedInRequirement : AuthorizationHandler<SignedInRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SignedInRequirement requirement)
    {
        if (Allows(context.User, (context.Resource as HttpContext)?.GetEndpoint()?.Metadata)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    internal static bool Allows(ClaimsPrincipal caller, EndpointMetadataCollection? endpoint)
    {
        if (caller.Identity?.IsAuthenticated != true || caller.FindFirstValue(AccessClaims.User) is null) return false;
        if (caller.IsToken()) return endpoint?.GetMetadata<AllowTokenAttribute>() is { } allowed && caller.HasScope(allowed.Scope);
        return !caller.HasClaim(claim => claim.Type == AccessClaims.SecondFactorMissing) || endpoint?.GetMetadata<AllowBeforeSecondFactorAttribute>() is not null;
    }
}
