using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy;

/// <summary>Who may read the diplomacy room: everyone signed in but operators of infrastructure, whose work it is not.</summary>
internal static class DiplomacyReaders
{
    internal static readonly Role[] All = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    internal static bool ReadsDiplomacy(this ClaimsPrincipal person) => All.Any(person.HasRole);
}
