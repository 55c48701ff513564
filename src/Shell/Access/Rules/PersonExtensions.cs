using System.Security.Claims;
using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>What the node asks about whoever is calling.</summary>
public static class PersonExtensions
{
    /// <summary>The user's id, or <c>token:</c> and the token's id: the actor in the audit log.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static string UserId(this ClaimsPrincipal person) =>
        person.FindFirstValue(AccessClaims.User) ?? throw new InvalidOperationException("Nobody is signed in; the endpoint must require it.");

    /// <summary>The organisation that the person or token belongs to; <c>null</c> when nobody is signed in.</summary>
    public static string? OrganisationId(this ClaimsPrincipal person) => person.FindFirstValue(AccessClaims.Organisation);

    /// <summary>The name to show; empty when nobody is signed in.</summary>
    public static string DisplayName(this ClaimsPrincipal person) => person.FindFirstValue(AccessClaims.Display) ?? string.Empty;

    public static bool HasRole(this ClaimsPrincipal person, Role role) => person.HasClaim(AccessClaims.Role, role.ToString());

    /// <summary>True for a machine that came with an API token.</summary>
    public static bool IsToken(this ClaimsPrincipal person) => person.Identity?.AuthenticationType == TokenScheme.Name;

    public static bool HasScope(this ClaimsPrincipal person, TokenScope scope) => person.HasClaim(AccessClaims.Scope, scope.ToString());
}
