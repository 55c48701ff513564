using Microsoft.AspNetCore.Authorization;
using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>Opens a page or endpoint to people who hold one of the roles. Tokens stay out unless <see cref="AllowTokenAttribute"/> lets them in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireRolesAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>One of these is enough.</summary>
    public new IReadOnlyList<Role> Roles { get; } = roles;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
