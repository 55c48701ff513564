using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Capacity.Registry;

/// <summary>Who adds to the registry. Whose entries a reader sees is for sharing rules and markings to say.</summary>
internal static class CapacityRights
{
    /// <summary>The kind of data that sharing rules between organisations name.</summary>
    internal const string DataKind = "capacity.entries";

    /// <summary>People only: a machine judges no partner.</summary>
    internal static readonly Role[] Writers = [Role.CapacityOfficer, Role.Administrator];

    internal static bool WritesCapacity(this ClaimsPrincipal person) => !person.IsToken() && person.OrganisationId() is not null && Writers.Any(person.HasRole);

    /// <summary>True for writers of the organisation that entered it, and for administrators of the node.</summary>
    internal static bool MayChange(this ClaimsPrincipal person, Entry entry) => person.MayChange(entry.Stamp);

    /// <inheritdoc cref="MayChange(ClaimsPrincipal, Entry)"/>
    internal static bool MayChange(this ClaimsPrincipal person, Stamp stamp) =>
        person.WritesCapacity() && (person.OrganisationId() == stamp.Owner || person.HasRole(Role.Administrator));
}
