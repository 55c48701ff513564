using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Noroshi.Storage.Records;

namespace Noroshi.Storage;

/// <summary>The node's records in SQLite or PostgreSQL: short questions, and transactions that survive a crash once they return.</summary>
/// <remarks>
/// Thread-safe; one per process. SQL is written in the dialect both databases share: times as ISO 8601 text in UTC, truth as 0/1,
/// ids as text. Parameters are <c>@name</c>.
/// </remarks>
public abstract class RecordStore : IAsyncDisposable
{
    static RecordStore() => ValueMaps.Register();

    private protected RecordStore()
    {
    }

    public abstract RecordDialect Dialect { get; }

    /// <summary>Where the records are, in words that may be shown and logged (no password).</summary>
    public abstract string Place { get; }

    /// <summary>Opens the store that the options name; nothing is touched until the first question.</summary>
    public static RecordStore For(NodeOptions options) => options.Database is null
        ? new SqliteRecords(Path.Combine(options.DataDirectory, "records.db"))
        : new PostgresRecords(options.Database);

    /// <summary>An open connection with the store's settings applied; dispose it to give it back.</summary>
    /// <exception cref="RecordStoreException">The database cannot be opened.</exception>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>A copy of the records as of one moment, taken while others write. The file must not exist.</summary>
    public abstract Task<RecordBackup> BackUpAsync(string file, CancellationToken cancel);

    /// <summary>Runs the work in one write transaction: committed durably when it returns, undone when it throws or is cancelled.</summary>
    public async Task<T> TransactAsync<T>(Func<RecordTransaction, Task<T>> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        var result = default(T)!;
        try
        {
            await WriteAsync(async transaction => result = await work(transaction).ConfigureAwait(false), cancel).ConfigureAwait(false);
            return result;
        }
        catch (DbException failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc cref="TransactAsync{T}"/>
    public Task TransactAsync(Func<RecordTransaction, Task> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        return TransactAsync(
            async transaction =>
            {
                await work(transaction).ConfigureAwait(false);
                return true;
            },
            cancel);
    }

    /// <summary>The condition that a column is one of several values, given as an array: each database spells it differently.</summary>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The array's parameter, for example <c>@ids</c>.</param>
    public string OneOf(string column, string parameter) => Dialect == RecordDialect.Postgres ? $"{column} = ANY({parameter})" : $"{column} IN {parameter}";

    /// <summary>All rows of a short answer; columns map to properties by name, underscores ignored.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values, CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
            return (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel)).ConfigureAwait(false)).AsList();
        }
        catch (DbException failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>The first row, or <c>default</c> when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object? values, CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
            return await connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel)).ConfigureAwait(false);
        }
        catch (DbException failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Rows one by one, for answers that may be long.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(string sql, object? values, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, values).WithCancellation(cancel).ConfigureAwait(false)) yield return row;
    }

    /// <summary>Runs one statement in its own transaction; returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? values, CancellationToken cancel) =>
        TransactAsync(transaction => transaction.ExecuteAsync(sql, values, cancel), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Holds other writers that share this lock off until the transaction ends.</summary>
    internal abstract Task LockAsync(DbTransaction transaction, string name, CancellationToken cancel);

    /// <summary>Runs the work in a transaction; returns when it is committed.</summary>
    private protected abstract Task WriteAsync(Func<RecordTransaction, Task> work, CancellationToken cancel);

    /// <summary>Says in the operator's words what a database error means; <c>null</c> when the error speaks for itself.</summary>
    private protected abstract RecordStoreException? Explain(DbException failure);

    private protected abstract ValueTask CloseAsync();
}
