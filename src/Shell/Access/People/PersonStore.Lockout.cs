using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>Failed attempts are counted in the database, so that guesses sent at once all count.</summary>
internal sealed partial class PersonStore : IUserLockoutStore<Person>
{
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public async Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        await records.ExecuteAsync("UPDATE person SET locked_until = @LockedUntil WHERE id = @Id", user, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        user.FailedAttempts = await records.TransactAsync(
            transaction => transaction.FirstAsync<int>("UPDATE person SET failed_attempts = failed_attempts + 1 WHERE id = @Id RETURNING failed_attempts", user, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return user.FailedAttempts;
    }

    public async Task ResetAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        user.FailedAttempts = 0;
        await records.ExecuteAsync("UPDATE person SET failed_attempts = 0 WHERE id = @Id AND failed_attempts <> 0", user, cancellationToken).ConfigureAwait(false);
    }

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.FailedAttempts);

    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Nobody is exempt from being locked out.</summary>
    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;
}
