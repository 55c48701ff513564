using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy.Votes;

/// <summary>Who may bring new votes.</summary>
internal static class VoteImporters
{
    internal static readonly Role[] All = [Role.Diplomat, Role.Administrator];

    internal static bool ImportsVotes(this ClaimsPrincipal person) => All.Any(person.HasRole);
}
