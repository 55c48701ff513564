using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.Audit;

/// <summary>Keeps acts in the record store, each chained to the one before by its hash.</summary>
internal sealed class AuditLog(RecordStore store) : IAuditLog
{
    internal const string Columns = "sequence, at, act, actor, organisation, subject, succeeded, details, hash";
    private const string Insert = $"INSERT INTO audit_event ({Columns}) VALUES (@Sequence, @At, @Act, @Actor, @Organisation, @Subject, @Succeeded, @Details, @Hash)";

    /// <inheritdoc/>
    public Task RecordAsync(AuditEvent act, CancellationToken cancel = default) =>
        store.TransactAsync(transaction => RecordAsync(transaction, act, cancel), cancel);

    /// <summary>Records the act together with what it did: both are kept, or neither.</summary>
    public static async Task RecordAsync(RecordTransaction transaction, AuditEvent act, CancellationToken cancel)
    {
        // Taking the head's row first makes writers of other processes wait, so that the chain never forks.
        var head = await transaction.FirstAsync<AuditHead>("UPDATE audit_head SET sequence = sequence + 1 WHERE id = 1 RETURNING sequence, hash", null, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The audit log has no head; its schema was altered.");
        var row = AuditRow.Of(act, head.Sequence, head.Hash);
        await transaction.ExecuteAsync(Insert, row, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync("UPDATE audit_head SET hash = @Hash WHERE id = 1", row, cancel).ConfigureAwait(false);
    }

    /// <summary>Records many acts in their order, each chained to the one before; far cheaper than one by one.</summary>
    public static async Task RecordAllAsync(RecordTransaction transaction, IReadOnlyCollection<AuditEvent> acts, CancellationToken cancel)
    {
        if (acts.Count == 0) return;
        var head = await transaction.FirstAsync<AuditHead>("UPDATE audit_head SET sequence = sequence + @Count WHERE id = 1 RETURNING sequence, hash", new { acts.Count }, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The audit log has no head; its schema was altered.");
        var rows = new List<AuditRow>(acts.Count);
        var (sequence, hash) = (head.Sequence - acts.Count, head.Hash);
        foreach (var act in acts)
        {
            rows.Add(AuditRow.Of(act, ++sequence, hash));
            hash = rows[^1].Hash;
        }

        await transaction.ExecuteAsync(Insert, rows, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync("UPDATE audit_head SET hash = @hash WHERE id = 1", new { hash }, cancel).ConfigureAwait(false);
    }

    /// <summary>One page of acts, newest first.</summary>
    public Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int count, CancellationToken cancel) =>
        store.QueryAsync<AuditRow>($"SELECT {Columns} FROM audit_event {filter.Where} ORDER BY sequence DESC LIMIT @Count", filter.Values(count), cancel);

    /// <summary>All acts that fit, newest first, one by one.</summary>
    public IAsyncEnumerable<AuditRow> StreamAsync(AuditFilter filter, CancellationToken cancel) =>
        store.StreamAsync<AuditRow>($"SELECT {Columns} FROM audit_event {filter.Where} ORDER BY sequence DESC", filter.Values(0), cancel);

    /// <summary>The different acts that were ever recorded, for choosing.</summary>
    public Task<IReadOnlyList<string>> ActsAsync(CancellationToken cancel) =>
        store.QueryAsync<string>("SELECT DISTINCT act FROM audit_event ORDER BY act", null, cancel);

    /// <summary>Follows the chain from the first act to the head and says where it breaks first.</summary>
    public async Task<AuditVerdict> VerifyChainAsync(CancellationToken cancel)
    {
        // The head is read first: acts recorded while we read come after it and are not counted as missing.
        var head = await store.FirstAsync<AuditHead>("SELECT sequence, hash FROM audit_head WHERE id = 1", null, cancel).ConfigureAwait(false);
        if (head is null) return new AuditVerdict(0, 1, "the head is missing");
        long expected = 1;
        var previous = string.Empty;
        await foreach (var row in store.StreamAsync<AuditRow>($"SELECT {Columns} FROM audit_event WHERE sequence <= @Sequence ORDER BY sequence", head, cancel).ConfigureAwait(false))
        {
            if (row.Sequence != expected) return new AuditVerdict(expected - 1, expected, "a row is missing");
            if (row.HashAfter(previous) != row.Hash) return new AuditVerdict(expected - 1, expected, "the row or one before it was changed");
            previous = row.Hash;
            expected++;
        }

        if (expected - 1 != head.Sequence) return new AuditVerdict(expected - 1, expected, "rows are missing at the end");
        return previous == head.Hash ? new AuditVerdict(head.Sequence, null, null) : new AuditVerdict(expected - 1, head.Sequence, "the head was changed");
    }

    private sealed class AuditHead
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = "";
    }
}
