using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Keeps people and their secrets in the record store, for ASP.NET Core Identity.</summary>
internal sealed partial class PersonStore(RecordStore records, IDataProtectionProvider protection) : IUserStore<Person>
{
    internal const string Columns =
        """
        id, organisation_id, name, normalised_name, display_name, password_hash, security_stamp, version, two_factor, authenticator_key,
        failed_attempts, locked_until, disabled, created_at, last_sign_in,
        (SELECT COUNT(*) FROM passkey WHERE passkey.person_id = person.id) AS passkeys
        """;

    private readonly IDataProtector _protector = protection.CreateProtector("Noroshi.Access.AuthenticatorKey.v1");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync("id = @value", userId, cancellationToken);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync("normalised_name = @value", normalizedUserName, cancellationToken);

    /// <summary>People are made by <see cref="UserDirectory"/>, together with the audit of it.</summary>
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are made by UserDirectory.CreateAsync, which also audits it.");

    /// <summary>Writes what Identity may change; refused when somebody else changed the person since it was read.</summary>
    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        var changed = await records.ExecuteAsync(
            """
            UPDATE person SET name = @Name, normalised_name = @NormalisedName, password_hash = @PasswordHash, security_stamp = @SecurityStamp,
                two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey, version = version + 1
            WHERE id = @Id AND version = @Version
            """,
            user,
            cancellationToken).ConfigureAwait(false);
        if (changed == 0) return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        user.Version++;
        return IdentityResult.Success;
    }

    /// <summary>People are disabled, never deleted: what they did stays attributable.</summary>
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are disabled, never deleted; use UserDirectory.SetDisabledAsync.");

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalisedName);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? string.Empty;
        return Task.CompletedTask;
    }

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalisedName = normalizedName ?? string.Empty;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The record store belongs to the node.
    }

    private async Task<Person?> FindAsync(string where, string value, CancellationToken cancel)
    {
        var person = await records.FirstAsync<Person>($"SELECT {Columns} FROM person WHERE {where}", new { value }, cancel).ConfigureAwait(false);
        if (person is null) return null;
        var roles = await records.QueryAsync<string>("SELECT role FROM person_role WHERE person_id = @Id", new { person.Id }, cancel).ConfigureAwait(false);
        person.Roles = ParseRoles(roles);
        return person;
    }

    internal static IReadOnlyList<Role> ParseRoles(IEnumerable<string> names) =>
        [.. names.Where(name => Enum.IsDefined(typeof(Role), name)).Select(Enum.Parse<Role>).Order()];
}
