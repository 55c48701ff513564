using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>The first run: a one-time link for whoever started the node makes its first organisation and administrator.</summary>
public sealed class SetUp
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(2);
    private readonly RecordStore _records;
    private readonly OneTimeLinks _links;
    private readonly UserDirectory _users;
    private readonly OrganisationDirectory _organisations;
    private readonly TimeProvider _clock;

    internal SetUp(RecordStore records, OneTimeLinks links, UserDirectory users, OrganisationDirectory organisations, TimeProvider clock) =>
        (_records, _links, _users, _organisations, _clock) = (records, links, users, organisations, clock);

    /// <summary>
    /// The path to print at start, for example <c>/set-up/…</c>, valid for two hours; <c>null</c> when the node has people already.
    /// Each call makes the link before it useless.
    /// </summary>
    public Task<string?> PrepareAsync(CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            if (await HasPeopleAsync(transaction, cancel).ConfigureAwait(false)) return null;
            var token = await _links.IssueAsync(transaction, LinkPurpose.SetUp, null, ValidFor, cancel).ConfigureAwait(false);
            await AuditLog.RecordAsync(transaction, new AuditEvent(_clock.GetUtcNow(), "access.set-up.link-issued", Actor.System.Id, null, null, true), cancel).ConfigureAwait(false);
            return "/set-up/" + token;
        },
        cancel);

    internal Task<bool> WorksAsync(string token, CancellationToken cancel) => _links.WorksAsync(token, LinkPurpose.SetUp, cancel);

    /// <summary>Uses the link and makes organisation and administrator: all of it, or nothing.</summary>
    internal Task<string> CompleteAsync(string token, Organisation organisation, NewUser administrator, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("people", cancel).ConfigureAwait(false);
            await _links.UseAsync(transaction, token, LinkPurpose.SetUp, cancel).ConfigureAwait(false);
            if (await HasPeopleAsync(transaction, cancel).ConfigureAwait(false)) throw new AccessException("LinkDead", "The node was set up already.");
            await _organisations.CreateAsync(transaction, organisation, Actor.Anonymous, cancel).ConfigureAwait(false);
            var id = await _users.CreateAsync(transaction, administrator with { OrganisationId = organisation.Id, Roles = [Role.Administrator] }, Actor.Anonymous, cancel).ConfigureAwait(false);
            await AuditLog.RecordAsync(transaction, new AuditEvent(_clock.GetUtcNow(), "access.set-up.completed", id, organisation.Id, "organisation:" + organisation.Id, true), cancel).ConfigureAwait(false);
            return id;
        },
        cancel);

    private static async Task<bool> HasPeopleAsync(RecordTransaction transaction, CancellationToken cancel) =>
        await transaction.FirstAsync<int>("SELECT COUNT(*) FROM (SELECT 1 FROM person LIMIT 1) AS one", null, cancel).ConfigureAwait(false) > 0;
}
