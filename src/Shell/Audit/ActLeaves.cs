using System.Runtime.CompilerServices;
using Noroshi.Storage;

namespace Noroshi.Shell.Audit;

/// <summary>The acts of the audit log as leaves of the ledger, read as they stand in the records.</summary>
public sealed class ActLeaves(RecordStore store)
{
    /// <summary>How many acts there are by the head of the log, and the hash that the log keeps of the last.</summary>
    public async Task<(long Count, string Hash)> HeadAsync(CancellationToken cancel) =>
        await store.FirstAsync<Head>("SELECT sequence, hash FROM audit_head WHERE id = 1", null, cancel).ConfigureAwait(false) is { } head ? (head.Sequence, head.Hash) : (0, "");

    /// <summary>The leaves from an index on, in order, as many as asked for; a row that is missing is left out.</summary>
    /// <param name="from">Index of the first, from 0.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancel">Stops reading.</param>
    public async IAsyncEnumerable<ActLeaf> StreamAsync(long from, long count, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var previous = from == 0 ? "" : await store.FirstAsync<string>("SELECT hash FROM audit_event WHERE sequence = @from", new { from }, cancel).ConfigureAwait(false) ?? "";
        var rows = store.StreamAsync<AuditRow>(
            $"SELECT {AuditLog.Columns} FROM audit_event WHERE sequence > @from AND sequence <= @until ORDER BY sequence", new { from, until = from + count }, cancel);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            yield return new ActLeaf(row.Sequence - 1, row.LeafAfter(previous), row.Hash);
            previous = row.Hash;
        }
    }

    private sealed class Head
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = "";
    }
}
