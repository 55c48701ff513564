using Noroshi.Contracts;

namespace Noroshi.Diplomacy.Votes;

/// <summary>Who may read about votes, and who may bring new ones.</summary>
internal static class VotesReaders
{
    /// <summary>Everyone signed in but operators of infrastructure, whose work it is not.</summary>
    internal static readonly Role[] All = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];

    /// <summary>Who may import files of votes.</summary>
    internal static readonly Role[] Importers = [Role.Diplomat, Role.Administrator];
}
