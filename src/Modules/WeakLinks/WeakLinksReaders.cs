using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.WeakLinks;

/// <summary>Who may read studies: those who analyse, decide on aid, or check. They name what is weak, so no machine token opens them.</summary>
internal static class WeakLinksReaders
{
    internal static readonly Role[] All = [Role.Analyst, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    /// <summary>Who may have studies made, and removed.</summary>
    internal static readonly Role[] Makers = [Role.Analyst, Role.CapacityOfficer, Role.Administrator];

    internal static bool MakesStudies(this ClaimsPrincipal person) => !person.IsToken() && Makers.Any(person.HasRole);

    internal static bool ReadsWeakLinks(this ClaimsPrincipal person) => All.Any(person.HasRole);
}
