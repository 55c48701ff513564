using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>Password, stamp, code app and recovery codes.</summary>
internal sealed partial class PersonStore :
    IUserPasswordStore<Person>, IUserSecurityStampStore<Person>, IUserTwoFactorStore<Person>, IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>
{
    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = _protector.Protect(key);
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken)
    {
        if (user.AuthenticatorKey is null) return Task.FromResult<string?>(null);
        try
        {
            return Task.FromResult<string?>(_protector.Unprotect(user.AuthenticatorKey));
        }
        catch (CryptographicException failure)
        {
            throw new InvalidOperationException("The node's keys (keys/ in the data folder) do not open the second factor of this person. Restore the keys from the backup, or reset the second factor.", failure);
        }
    }

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => records.TransactAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("DELETE FROM recovery_code WHERE person_id = @Id", new { user.Id }, cancellationToken).ConfigureAwait(false);
            foreach (var code in recoveryCodes)
                await transaction.ExecuteAsync("INSERT INTO recovery_code (person_id, code_hash) VALUES (@Id, @hash)", new { user.Id, hash = HashOf(user, code) }, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Uses a code up: of two requests with the same code, one succeeds.</summary>
    public async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken) =>
        await records.ExecuteAsync("DELETE FROM recovery_code WHERE person_id = @Id AND code_hash = @hash", new { user.Id, hash = HashOf(user, code) }, cancellationToken).ConfigureAwait(false) == 1;

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) =>
        records.FirstAsync<int>("SELECT COUNT(*) FROM recovery_code WHERE person_id = @Id", new { user.Id }, cancellationToken);

    /// <summary>Remembers the time step of an accepted code; false when that step or a later one was used already.</summary>
    public async Task<bool> UseStepAsync(Person user, long step, CancellationToken cancellationToken) =>
        await records.ExecuteAsync("UPDATE person SET last_code_step = @step WHERE id = @Id AND last_code_step < @step", new { user.Id, step }, cancellationToken).ConfigureAwait(false) == 1;

    // The codes are random and long, so a plain hash is enough; the person's id keeps equal codes of two people apart.
    private static string HashOf(Person user, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Id + "\n" + code.Trim().ToUpperInvariant())));
}
