using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>Somebody with access, as administrators see them: no secrets.</summary>
public sealed record UserEntry(
    string Id,
    string Name,
    string DisplayName,
    string OrganisationId,
    IReadOnlyList<Role> Roles,
    bool HasPassword,
    bool HasCodeApp,
    int Passkeys,
    bool Disabled,
    DateTimeOffset? LockedUntil,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignIn);
