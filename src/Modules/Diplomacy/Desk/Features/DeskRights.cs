using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Who adds to the diplomatic record. Whose entries a reader sees is for sharing rules to say.</summary>
internal static class DeskRights
{
    /// <summary>The kind of data that sharing rules between organisations name.</summary>
    internal const string DataKind = "diplomacy.entries";

    /// <summary>People only: a machine does not speak for a state.</summary>
    internal static readonly Role[] Writers = [Role.Diplomat, Role.Administrator];

    internal static bool WritesDesk(this ClaimsPrincipal person) => !person.IsToken() && person.OrganisationId() is not null && Writers.Any(person.HasRole);

    /// <summary>True for writers of the organisation that entered it, and for administrators of the node.</summary>
    internal static bool MayChange(this ClaimsPrincipal person, Entry entry) =>
        person.WritesDesk() && (person.OrganisationId() == entry.Stamp.Owner || person.HasRole(Role.Administrator));
}
