using Microsoft.AspNetCore.Authorization;

namespace Noroshi.Shell.Access;

/// <summary>Lets people with one of the roles in; whether a token may come is decided by <see cref="SignedInRequirement"/>.</summary>
internal sealed class RolesHandler : AuthorizationHandler<RequireRolesAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequireRolesAttribute requirement)
    {
        if (context.User.IsToken() || requirement.Roles.Any(context.User.HasRole)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
