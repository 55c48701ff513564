using System.Data.Common;
using Npgsql;

namespace Noroshi.Storage.Records;

/// <summary>Records in a PostgreSQL database, for nodes that outgrow one file.</summary>
internal sealed class PostgresRecords : RecordStore
{
    private readonly NpgsqlDataSource _source;

    public PostgresRecords(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "noroshi" };
            Place = $"the PostgreSQL database {settings.Database ?? settings.Username} at {settings.Host}:{settings.Port}";
            _source = NpgsqlDataSource.Create(settings);
        }
        catch (ArgumentException failure)
        {
            throw new RecordStoreException($"The database setting is not a PostgreSQL connection string: {failure.Message} Write it like --database \"Host=…;Database=noroshi;Username=noroshi\".", failure);
        }
    }

    public override RecordDialect Dialect => RecordDialect.Postgres;

    public override string Place { get; }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new RecordStoreException($"{Place} cannot be reached: {failure.Message} Check that it runs, its address, and the user's right to connect.", failure);
        }
    }

    public override Task<RecordBackup> BackUpAsync(string file, CancellationToken cancel) => Task.FromResult(new RecordBackup(
        null,
        $"The records are in {Place}: back them up with `pg_dump --format=custom --file=records.dump` against that database (consistent while the node serves) and restore them with `pg_restore --clean --if-exists`."));

    internal override async Task LockAsync(DbTransaction transaction, string name, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))";
        command.Parameters.Add(new NpgsqlParameter("name", "noroshi:" + name));
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    private protected override async Task WriteAsync(Func<RecordTransaction, Task> work, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        var open = new RecordTransaction(this, transaction);
        await work(open).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        open.AfterCommit.ForEach(told => told());
    }

    private protected override RecordStoreException? Explain(DbException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new($"The disk of {Place} is full. Nothing of this step was kept, everything before it was. Free space there and try again.", failure),
        PostgresErrorCodes.ReadOnlySqlTransaction => new($"{Place} is read-only (a standby?). Point --database at the primary.", failure),
        PostgresErrorCodes.InsufficientPrivilege => new($"The user of {Place} lacks a right: {failure.Message} Grant it, or connect as the owner of the tables.", failure),
        _ => null,
    };

    private protected override ValueTask CloseAsync() => _source.DisposeAsync();
}
