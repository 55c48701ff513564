using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>Somebody to be given access.</summary>
/// <param name="Name">What they type to sign in: 2–64 letters, digits, dots, hyphens or underscores. Not an address, not contact data.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="OrganisationId">Whom they work for.</param>
/// <param name="Roles">What they may do; at least one.</param>
/// <param name="Password"><c>null</c> when they choose one by their one-time link.</param>
public sealed record NewUser(string Name, string DisplayName, string OrganisationId, IReadOnlyList<Role> Roles, string? Password = null);
