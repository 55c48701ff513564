using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary>The roles a signed-in person holds.</summary>
internal static class PersonRoles
{
    internal static IReadOnlyList<Role> Roles(this ClaimsPrincipal person) => [.. Enum.GetValues<Role>().Where(person.HasRole)];
}
