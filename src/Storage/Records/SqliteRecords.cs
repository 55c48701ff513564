using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Noroshi.Storage.Records;

/// <summary>Records in one SQLite file in write-ahead mode: readers never wait, writers take turns.</summary>
internal sealed class SqliteRecords : RecordStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _file;
    private readonly string _connectionString;
    private readonly SqliteWrites _writes;
    // Connections are pooled, and what is set on one stays set.
    private readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> _set = [];
    private volatile bool _prepared;

    public SqliteRecords(string file)
    {
        _file = Path.GetFullPath(file);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _file,
            ForeignKeys = true,
            DefaultTimeout = (int)Patience.TotalSeconds,
            Pooling = true,
        }.ToString();
        _writes = new SqliteWrites(this, async () => (SqliteConnection)await OpenAsync(default).ConfigureAwait(false));
    }

    public override RecordDialect Dialect => RecordDialect.Sqlite;

    public override string Place => $"the SQLite file {_file}";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        CreateFolder();
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            // FULL: in write-ahead mode only this syncs the log at every commit, so that nothing acknowledged is lost with the power.
            if (!_set.TryGetValue(connection.Handle!, out _))
            {
                Run(connection, "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
                _set.AddOrUpdate(connection.Handle!, this);
            }

            if (!_prepared) await PrepareAsync(connection, cancel).ConfigureAwait(false);
            return connection;
        }
        catch (SqliteException failure)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw Explain(failure) ?? new RecordStoreException($"{Place} cannot be opened: {failure.Message}", failure);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async Task<RecordBackup> BackUpAsync(string file, CancellationToken cancel)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target)) throw new RecordStoreException($"The backup was not written: {target} exists already. Name a new file.");
        var partial = target + ".partial";
        File.Delete(partial);
        await using (var connection = await OpenAsync(cancel).ConfigureAwait(false))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "VACUUM INTO @file";
            command.Parameters.Add(new SqliteParameter("@file", partial));
            command.CommandTimeout = 0;
            try
            {
                await Task.Run(command.ExecuteNonQuery, cancel).ConfigureAwait(false);
            }
            catch (SqliteException failure)
            {
                File.Delete(partial);
                throw new RecordStoreException($"The backup of {Place} to {target} failed: {failure.Message} Nothing was changed; check space and permissions of the target folder.", failure);
            }
        }

        Durable.Sync(partial);
        File.Move(partial, target);
        Durable.SyncFolder(Path.GetDirectoryName(target)!);
        return new RecordBackup(target, null);
    }

    /// <summary>A SQLite write transaction begins with the write lock of the whole file; there is nothing further to hold.</summary>
    internal override Task LockAsync(DbTransaction transaction, string name, CancellationToken cancel) => Task.CompletedTask;

    private protected override Task WriteAsync(Func<RecordTransaction, Task> work, CancellationToken cancel) => _writes.WriteAsync(work, Patience, cancel);

    private protected override RecordStoreException? Explain(DbException failure) => failure is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SqliteCodes.Full => new($"The disk is full: {Place} could not be written. Nothing of this step was kept, everything before it was. Free space and try again.", failure),
        SqliteCodes.ReadOnly => new($"{Place} cannot be written: the file or its folder is read-only for this user. Make them writable, or name another folder with --data.", failure),
        SqliteCodes.CannotOpen => new($"{Place} cannot be opened: the folder is missing or not writable for this user. Make it writable, or name another folder with --data.", failure),
        SqliteCodes.NotADatabase or SqliteCodes.Corrupt => new($"{Place} is damaged or not a record database ({failure.Message}) Keep the file, and restore the last backup with `noroshi restore`.", failure),
        SqliteCodes.Busy or SqliteCodes.Locked => new($"{Place} is held by another program for longer than {Patience.TotalSeconds:0} s. Stop that program, or try again.", failure),
        SqliteCodes.InputOutput => new($"{Place} could not be read or written: {failure.Message} Check the disk, the space left on it and the permissions of its folder.", failure),
        _ => null,
    };

    private protected override async ValueTask CloseAsync()
    {
        await _writes.DisposeAsync().ConfigureAwait(false);
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void CreateFolder()
    {
        if (_prepared) return;
        var folder = Path.GetDirectoryName(_file)!;
        try
        {
            if (Directory.Exists(folder)) return;
            // Records name people and their acts: a folder that we create is for the node's user alone.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordStoreException($"The data folder {folder} cannot be created: {failure.Message} Create it for this user, or name another with --data.", failure);
        }
    }

    private async Task PrepareAsync(SqliteConnection connection, CancellationToken cancel)
    {
        // Two processes that start at once may both switch the mode; SQLite answers "busy" without waiting, so ask again.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA journal_mode = WAL";
                if (!"wal".Equals((string?)command.ExecuteScalar(), StringComparison.OrdinalIgnoreCase))
                    throw new RecordStoreException($"{Place} cannot use write-ahead mode; network folders do not support it. Use a local disk, or PostgreSQL with --database.");
                _prepared = true;
                return;
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteCodes.Busy or SqliteCodes.Locked && attempt < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancel).ConfigureAwait(false);
            }
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static class SqliteCodes
    {
        public const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    }
}
