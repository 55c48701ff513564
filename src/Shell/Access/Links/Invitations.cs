using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Lets people choose their own password by a one-time link that an administrator hands them.</summary>
internal sealed class Invitations(RecordStore records, OneTimeLinks links, UserDirectory users, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(3);

    /// <summary>Gives somebody access and returns the path of the link for them.</summary>
    public Task<string> InviteAsync(NewUser user, Actor by, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            var id = await users.CreateAsync(transaction, user, by, cancel).ConfigureAwait(false);
            return await IssueAsync(transaction, id, by, cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>A new link for somebody who has access already; the password they have works until they choose another.</summary>
    public Task<string> RenewAsync(string id, Actor by, CancellationToken cancel) =>
        records.TransactAsync(transaction => IssueAsync(transaction, id, by, cancel), cancel);

    public Task<bool> WorksAsync(string token, CancellationToken cancel) => links.WorksAsync(token, LinkPurpose.Password, cancel);

    /// <summary>Uses the link and sets the password: both, or neither.</summary>
    public Task AcceptAsync(string token, string password, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            var id = await links.UseAsync(transaction, token, LinkPurpose.Password, cancel).ConfigureAwait(false) ?? throw new AccessException("LinkDead", "The link names nobody.");
            await users.SetPasswordAsync(transaction, id, password, cancel).ConfigureAwait(false);
            await AuditLog.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), "access.password.chosen", id, null, "user:" + id, true), cancel).ConfigureAwait(false);
        },
        cancel);

    private async Task<string> IssueAsync(RecordTransaction transaction, string id, Actor by, CancellationToken cancel)
    {
        if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM person WHERE id = @id AND disabled = 0", new { id }, cancel).ConfigureAwait(false) == 0)
            throw new AccessException("UserUnknown", $"There is no active user '{id}'.");
        var token = await links.IssueAsync(transaction, LinkPurpose.Password, id, ValidFor, cancel).ConfigureAwait(false);
        await AuditLog.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), "access.user.link-issued", by.Id, by.Organisation, "user:" + id, true), cancel).ConfigureAwait(false);
        return "/invitation/" + token;
    }
}
