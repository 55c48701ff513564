using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Capacity;

/// <summary>Who may read the capacity room: everyone signed in but operators of infrastructure, whose work it is not.</summary>
internal static class CapacityReaders
{
    internal static readonly Role[] All = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    internal static bool ReadsCapacity(this ClaimsPrincipal person) => All.Any(person.HasRole);
}
