using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Features;

/// <summary>Who may give evidence and judge. Reading is for <see cref="LawReaders"/>; whose entries is for sharing rules to say.</summary>
internal static class NormRights
{
    /// <summary>The kind of data that sharing rules between organisations name.</summary>
    internal const string DataKind = "law.norms";

    /// <summary>People only: a machine does not speak for a state.</summary>
    internal static readonly Role[] Writers = [Role.Diplomat, Role.Administrator];

    internal static bool Writes(this ClaimsPrincipal person) => !person.IsToken() && Writers.Any(person.HasRole);

    /// <summary>True for writers of the organisation that gave it, and for administrators of the node.</summary>
    internal static bool MayWithdraw(this ClaimsPrincipal person, Evidence evidence) =>
        person.Writes() && (person.OrganisationId() == evidence.Owner || person.HasRole(Role.Administrator));
}
