using Noroshi.Contracts;

namespace Noroshi.Law.Features;

/// <summary>Who may read the law room: everyone signed in but operators of infrastructure, whose work it is not.</summary>
internal static class LawReaders
{
    internal static readonly Role[] All = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];
}
