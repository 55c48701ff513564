using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>Keeps sources: how far each was read, and how it goes.</summary>
/// <param name="records">The records.</param>
/// <param name="clock">Now.</param>
internal sealed class SourceRecords(RecordStore records, TimeProvider clock)
{
    private const string Columns = "id, name, url, remote_collection, token, collection, organisation, every_minutes, added_after, next_token, last_try, last_good, failures, problem, taken, rejected, ended_at";

    /// <summary>All that were not ended, by name.</summary>
    public Task<IReadOnlyList<ExchangeSource>> ListAsync(CancellationToken cancel) => records.QueryAsync<ExchangeSource>($"SELECT {Columns} FROM exchange_source WHERE ended_at IS NULL ORDER BY name, id", null, cancel);

    public Task<ExchangeSource?> FindAsync(string id, CancellationToken cancel) => records.FirstAsync<ExchangeSource>($"SELECT {Columns} FROM exchange_source WHERE id = @id", new { id }, cancel);

    /// <summary>Keeps a source; one that is there already gets what may be changed, and keeps how far it came.</summary>
    public Task SaveAsync(ExchangeSource source, Actor by, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            await transaction.ExecuteAsync(
                """
                INSERT INTO exchange_source (id, name, url, remote_collection, token, collection, organisation, every_minutes, failures, taken, rejected, version, created_at, created_by)
                VALUES (@Id, @Name, @Url, @RemoteCollection, @Token, @Collection, @Organisation, @EveryMinutes, 0, 0, 0, 1, @now, @by)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, token = excluded.token, organisation = excluded.organisation, every_minutes = excluded.every_minutes, ended_at = NULL, version = exchange_source.version + 1
                """,
                new { source.Id, source.Name, source.Url, source.RemoteCollection, source.Token, source.Collection, source.Organisation, source.EveryMinutes, now, by = by.Id },
                cancel).ConfigureAwait(false);
            await ActTrail.RecordAsync(transaction, new AuditEvent(now, "exchange.source.saved", by.Id, by.Organisation, "source:" + source.Id, true, new Dictionary<string, string> { ["url"] = source.Url, ["collection"] = source.RemoteCollection }), cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Ends a source; what it brought stays.</summary>
    public Task EndAsync(string id, Actor by, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            if (await transaction.ExecuteAsync("UPDATE exchange_source SET ended_at = @now, token = '' WHERE id = @id AND ended_at IS NULL", new { id, now }, cancel).ConfigureAwait(false) == 0) return;
            await ActTrail.RecordAsync(transaction, new AuditEvent(now, "exchange.source.ended", by.Id, by.Organisation, "source:" + id, true), cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Notes how far the walk came, with the page that it took, in one transaction.</summary>
    public static Task AdvanceAsync(RecordTransaction transaction, string id, string? addedAfter, string? next, int taken, int rejected, CancellationToken cancel) => transaction.ExecuteAsync(
        "UPDATE exchange_source SET added_after = @addedAfter, next_token = @next, taken = taken + @taken, rejected = rejected + @rejected WHERE id = @id", new { id, addedAfter, next, taken, rejected }, cancel);

    /// <summary>Forgets where the walk was; it begins again, and what is known already is known.</summary>
    public Task RestartAsync(string id, CancellationToken cancel) => records.ExecuteAsync("UPDATE exchange_source SET next_token = NULL WHERE id = @id", new { id }, cancel);

    /// <summary>Notes how a pull went.</summary>
    public Task NoteAsync(string id, string? problem, CancellationToken cancel) => records.ExecuteAsync(
        problem is null
            ? "UPDATE exchange_source SET last_try = @now, last_good = @now, failures = 0, problem = NULL WHERE id = @id"
            : "UPDATE exchange_source SET last_try = @now, failures = failures + 1, problem = @problem WHERE id = @id",
        new { id, now = clock.GetUtcNow(), problem = problem?[..Math.Min(problem.Length, 1000)] },
        cancel);
}
