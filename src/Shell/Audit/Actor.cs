using System.Security.Claims;
using Noroshi.Shell.Access;

namespace Noroshi.Shell.Audit;

/// <summary>Who acts, as the audit log names them.</summary>
/// <param name="Id">User id, <c>token:</c> and token id, <c>system</c> or <c>anonymous</c>.</param>
/// <param name="Organisation">Their organisation's id, when known.</param>
public sealed record Actor(string Id, string? Organisation)
{
    /// <summary>The node itself, or who runs its verbs.</summary>
    public static Actor System { get; } = new("system", null);

    /// <summary>Somebody who is not signed in.</summary>
    public static Actor Anonymous { get; } = new("anonymous", null);

    /// <summary>Whoever is signed in, or <see cref="Anonymous"/>.</summary>
    public static Actor Of(ClaimsPrincipal person) =>
        person.FindFirstValue(AccessClaims.User) is { } id ? new Actor(id, person.OrganisationId()) : Anonymous;
}
