using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Noroshi.Storage.Records;

/// <summary>
/// Writers of one SQLite file, in the order they came. Those that come while another is being committed share the next commit, which costs most:
/// each has a savepoint of its own, so that one that fails undoes itself alone.
/// </summary>
/// <param name="store">Whose records.</param>
/// <param name="open">Opens the connection that writes: always the same one, whose knowledge of the file then stays true after each commit.</param>
internal sealed class SqliteWrites(SqliteRecords store, Func<Task<SqliteConnection>> open) : IAsyncDisposable
{
    private const int MostTogether = 32;
    private const string Savepoint = "one";
    private static readonly TimeSpan _closing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(5);
    private readonly ConcurrentQueue<WaitingWrite> _waiting = new();
    private SqliteConnection? _writer;
    private int _busy;
    private volatile bool _closed;

    /// <summary>Runs the work in a transaction; returns when it is committed.</summary>
    internal Task WriteAsync(Func<RecordTransaction, Task> work, TimeSpan patience, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closed, store);
        var write = new WaitingWrite(work, store.Place, cancel);
        _waiting.Enqueue(write);
        if (Interlocked.Exchange(ref _busy, 1) == 0) _ = BeginAsync();
        return write.WaitAsync(patience);
    }

    /// <summary>Lets the writes that came before finish, then closes the connection; one at work would lose it under its hands.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        for (var waited = TimeSpan.Zero; Interlocked.Exchange(ref _busy, 1) != 0 && waited < _closing; waited += _glance) await Task.Delay(_glance).ConfigureAwait(false);
        // Who came between the question and the close is told, not left waiting.
        while (_waiting.TryDequeue(out var late)) late.Fail(new ObjectDisposedException(store.Place));
        _writer?.Dispose();
    }

    // Who finds nobody writing writes at once, on the thread it has; those that come meanwhile are not written on its time.
    private async Task BeginAsync()
    {
        await WriteSomeAsync().ConfigureAwait(false);
        if (!MoreWait()) return;
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(RunAsync, CancellationToken.None);
    }

    private async Task RunAsync()
    {
        do await WriteSomeAsync().ConfigureAwait(false);
        while (MoreWait());
    }

    private bool MoreWait()
    {
        if (!_waiting.IsEmpty) return true;
        Volatile.Write(ref _busy, 0);
        return !_waiting.IsEmpty && Interlocked.Exchange(ref _busy, 1) == 0;
    }

    private async Task WriteSomeAsync()
    {
        var batch = new List<WaitingWrite>();
        while (batch.Count < MostTogether && _waiting.TryDequeue(out var write))
        {
            if (write.Begin()) batch.Add(write);
        }

        if (batch.Count == 0) return;
        var done = new List<WaitingWrite>();
        try
        {
            _writer ??= await open().ConfigureAwait(false);
            await using var transaction = _writer.BeginTransaction();
            foreach (var write in batch)
            {
                if (await WriteOneAsync(transaction, write, alone: batch.Count == 1).ConfigureAwait(false)) done.Add(write);
            }

            if (done.Count > 0) transaction.Commit();
        }
        catch (Exception failure)
        {
            // Nothing of the batch was kept. What the connection is worth now is not known: the next write opens another.
            _writer?.Dispose();
            _writer = null;
            batch.ForEach(write => write.Fail(failure));
            return;
        }

        done.ForEach(write => write.Succeed());
    }

    // True when it is to be committed. Throws only where the transaction of all is lost.
    private async Task<bool> WriteOneAsync(SqliteTransaction transaction, WaitingWrite write, bool alone)
    {
        var open = new RecordTransaction(store, transaction);
        if (!alone) transaction.Save(Savepoint);
        try
        {
            await write.RunAsync(open).ConfigureAwait(false);
            if (!alone) transaction.Release(Savepoint);
            return true;
        }
        catch (Exception failure)
        {
            write.Fail(failure);
            if (!alone) Undo(transaction, failure);
            return false;
        }
        finally
        {
            open.End();
        }
    }

    private static void Undo(SqliteTransaction transaction, Exception failure)
    {
        try
        {
            transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
        }
        catch (SqliteException) when (failure is SqliteException)
        {
            // A full disk, for example: SQLite has undone all of them. The others are told what happened to this one.
            throw failure;
        }
    }
}
