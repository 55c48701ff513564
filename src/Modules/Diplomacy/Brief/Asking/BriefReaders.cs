using Noroshi.Contracts;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Who may open profiles and briefs: those who may read the law room. Each source applies its own rights besides.</summary>
internal static class BriefReaders
{
    internal static readonly Role[] All = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];
}
