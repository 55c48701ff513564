using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>Somebody who signs in: their organisation, roles and the state of their secrets. Reading it changes nothing.</summary>
internal sealed class Person
{
    public string Id { get; init; } = "";

    public string OrganisationId { get; set; } = "";

    /// <summary>What they type to sign in.</summary>
    public string Name { get; set; } = "";

    public string NormalisedName { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever earlier sign-ins must end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Counts the changes, so that a late writer does not undo an earlier one.</summary>
    public long Version { get; set; } = 1;

    public bool TwoFactor { get; set; }

    /// <summary>The shared secret of their code app, protected with the node's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    public int FailedAttempts { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool Disabled { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    public int Passkeys { get; init; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>True once something beside the password (or instead of it) protects the account.</summary>
    public bool HasSecondFactor => TwoFactor || Passkeys > 0;
}
