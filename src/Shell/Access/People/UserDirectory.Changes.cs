using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>What administrators change about people. Each change ends the person's sign-ins, so that it counts at once.</summary>
public sealed partial class UserDirectory
{
    /// <exception cref="AccessException">Nobody of that id, no role, or the last administrator would go.</exception>
    public Task SetRolesAsync(string id, IReadOnlyList<Role> roles, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            if (roles.Count == 0) throw new AccessException("RoleMissing", "Give at least one role.");
            await transaction.LockAsync("people", cancel).ConfigureAwait(false);
            if (!roles.Contains(Role.Administrator)) await KeepAnAdministratorAsync(transaction, id, cancel).ConfigureAwait(false);
            var before = PersonStore.ParseRoles(await transaction.QueryAsync<string>("SELECT role FROM person_role WHERE person_id = @id", new { id }, cancel).ConfigureAwait(false));
            await ChangeAsync(transaction, id, "last_sign_in = last_sign_in", cancel).ConfigureAwait(false);
            await transaction.ExecuteAsync("DELETE FROM person_role WHERE person_id = @id", new { id }, cancel).ConfigureAwait(false);
            await InsertRolesAsync(transaction, id, roles, cancel).ConfigureAwait(false);
            await AuditAsync(transaction, "access.user.roles-changed", by, id, new() { ["from"] = Text(before), ["to"] = Text(roles) }, cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Takes access away, or gives it back; what the person did stays theirs.</summary>
    /// <exception cref="AccessException">Nobody of that id, or the last administrator would go.</exception>
    public Task SetDisabledAsync(string id, bool disabled, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("people", cancel).ConfigureAwait(false);
            if (disabled) await KeepAnAdministratorAsync(transaction, id, cancel).ConfigureAwait(false);
            await ChangeAsync(transaction, id, disabled ? "disabled = 1" : "disabled = 0, failed_attempts = 0, locked_until = NULL", cancel).ConfigureAwait(false);
            await AuditAsync(transaction, disabled ? "access.user.disabled" : "access.user.enabled", by, id, [], cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Forgets the person's code app, recovery codes and passkeys; they enrol anew after their next sign-in.</summary>
    public Task ResetSecondFactorAsync(string id, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            await ChangeAsync(transaction, id, "two_factor = 0, authenticator_key = NULL, last_code_step = 0", cancel).ConfigureAwait(false);
            await transaction.ExecuteAsync("DELETE FROM recovery_code WHERE person_id = @id", new { id }, cancel).ConfigureAwait(false);
            await transaction.ExecuteAsync("DELETE FROM passkey WHERE person_id = @id", new { id }, cancel).ConfigureAwait(false);
            await AuditAsync(transaction, "access.user.second-factor-reset", by, id, [], cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Ends every sign-in of the person, wherever it is.</summary>
    public Task EndSessionsAsync(string id, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            await ChangeAsync(transaction, id, "last_sign_in = last_sign_in", cancel).ConfigureAwait(false);
            await AuditAsync(transaction, "access.sessions-ended", by, id, [], cancel).ConfigureAwait(false);
        },
        cancel);

    internal async Task SetPasswordAsync(RecordTransaction transaction, string id, string password, CancellationToken cancel)
    {
        var person = await transaction.FirstAsync<Person>($"SELECT {PersonStore.Columns} FROM person WHERE id = @id AND disabled = 0", new { id }, cancel).ConfigureAwait(false) ?? throw Unknown(id);
        if (PasswordRules.Refusal(password, person.Name, person.DisplayName) is { } refusal) throw new AccessException(refusal, "The password does not meet the rules.");
        await transaction.ExecuteAsync(
            "UPDATE person SET password_hash = @hash, security_stamp = @stamp, failed_attempts = 0, locked_until = NULL, version = version + 1 WHERE id = @id",
            new { id, hash = _hasher.HashPassword(person, password), stamp = NewStamp() },
            cancel).ConfigureAwait(false);
    }

    private static async Task ChangeAsync(RecordTransaction transaction, string id, string what, CancellationToken cancel)
    {
        if (await transaction.ExecuteAsync($"UPDATE person SET {what}, security_stamp = @stamp, version = version + 1 WHERE id = @id", new { id, stamp = NewStamp() }, cancel).ConfigureAwait(false) == 0)
            throw Unknown(id);
    }

    /// <summary>A node without an administrator could never be administered again.</summary>
    private static async Task KeepAnAdministratorAsync(RecordTransaction transaction, string id, CancellationToken cancel)
    {
        var others = await transaction.FirstAsync<int>(
            "SELECT COUNT(*) FROM person JOIN person_role ON person_role.person_id = person.id WHERE role = 'Administrator' AND disabled = 0 AND person.id <> @id", new { id }, cancel).ConfigureAwait(false);
        if (others == 0) throw new AccessException("LastAdministrator", "This is the last administrator. Make somebody else administrator first.");
    }

    private static AccessException Unknown(string id) => new("UserUnknown", $"There is no active user '{id}'.");
}
