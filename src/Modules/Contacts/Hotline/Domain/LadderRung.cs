using Noroshi.Contracts;

namespace Noroshi.Contacts.Hotline;

/// <summary>Who is rung next when nobody acknowledged: people of a role, of one organisation or of any.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Organisation">Id of the organisation; empty for any.</param>
/// <param name="Role">Who of it.</param>
internal sealed record LadderRung(int Position, string Organisation, Role Role)
{
    internal bool Names(IReadOnlyCollection<Role> roles, string? organisation) => roles.Contains(Role) && (Organisation.Length == 0 || Organisation == organisation);
}
