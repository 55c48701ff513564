using System.Data.Common;
using Dapper;

namespace Noroshi.Storage;

/// <summary>One write transaction over the records; everything asked through it is committed or undone together.</summary>
public sealed class RecordTransaction
{
    private readonly RecordStore _store;
    private bool _ended;

    internal RecordTransaction(RecordStore store, DbTransaction transaction) => (_store, Transaction) = (store, transaction);

    public RecordDialect Dialect => _store.Dialect;

    internal DbTransaction Transaction { get; }

    internal List<Action> AfterCommit { get; } = [];

    /// <summary>Told once the transaction is committed, never when it is undone; must be quick and must not fail.</summary>
    public void OnCommitted(Action told) => AfterCommit.Add(told);

    /// <summary>All rows of a short answer.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values, CancellationToken cancel) =>
        (await Connection.QueryAsync<T>(Command(sql, values, cancel)).ConfigureAwait(false)).AsList();

    /// <summary>The first row, or <c>default</c> when there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? values, CancellationToken cancel) =>
        Connection.QueryFirstOrDefaultAsync<T>(Command(sql, values, cancel));

    /// <summary>Runs one statement; returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? values, CancellationToken cancel) =>
        Connection.ExecuteAsync(Command(sql, values, cancel));

    /// <summary>Waits until no other transaction, of this or another process, holds the lock of that name; kept until the transaction ends.</summary>
    public Task LockAsync(string name, CancellationToken cancel) => _store.LockAsync(Transaction, name, cancel);

    /// <summary>To be called when the work is over: others may follow within the same commit.</summary>
    internal void End() => _ended = true;

    private DbConnection Connection => (_ended ? null : Transaction.Connection) ?? throw new InvalidOperationException("The transaction has ended; ask within TransactAsync.");

    private CommandDefinition Command(string sql, object? values, CancellationToken cancel) =>
        new(sql, values, Transaction, cancellationToken: cancel);
}
