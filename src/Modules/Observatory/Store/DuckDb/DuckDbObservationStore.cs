using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Observations in one DuckDB file: one writer, many readers, all of one process.</summary>
internal sealed class DuckDbObservationStore : IObservationStore
{
    private readonly DuckDatabase _database;
    private readonly string _path;
    private readonly Turns _writer = new(1);
    private readonly Turns _readers;

    private DuckDbObservationStore(DuckDatabase database, string path, TimeProvider clock, DuckDbStoreOptions options)
    {
        (_database, _path, Clock, Options) = (database, path, clock, options);
        _readers = new Turns(options.Readers);
    }

    private readonly Lock _gate = new();
    private Task _settling = Task.CompletedTask;

    internal TimeProvider Clock { get; }

    internal DuckDbStoreOptions Options { get; }

    /// <summary>Opens or creates the file and brings its schema to this version.</summary>
    /// <exception cref="ObservationStoreException">In use by another process, not writable, or written by a newer version.</exception>
    internal static Task<DuckDbObservationStore> OpenAsync(string path, TimeProvider clock, CancellationToken cancel) =>
        OpenAsync(path, clock, new DuckDbStoreOptions(), cancel);

    internal static Task<DuckDbObservationStore> OpenAsync(string path, TimeProvider clock, DuckDbStoreOptions options, CancellationToken cancel) =>
        Task.Run(
            () =>
            {
                var store = new DuckDbObservationStore(StoreFile.Open(path, options), path, clock, options);
                store.SettleSoon();
                return store;
            },
            cancel);

    /// <summary>Builds the rollups that are still missing, and returns when there are none; questions are answered rightly before and after.</summary>
    internal Task<int> SettleAsync(CancellationToken cancel) => WriteAsync(_ => Settler.Settle(_database, Options, cancel), cancel);

    /// <summary>Has the rollups built after what is being written now.</summary>
    internal void SettleSoon()
    {
        if (!Options.SettlesByItself) return;
        lock (_gate) _settling = SettleAfterAsync(_settling);
    }

    public Task<ImportRecord?> FindImportAsync(string sensor, ReadOnlyMemory<byte> contentSha256, CancellationToken cancel) =>
        ReadAsync(connection => ImportBook.Find(connection, sensor, contentSha256, cancel), cancel);

    public async Task<IObservationImport> BeginImportAsync(ImportSource source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(source.Sensor);
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.ContentSha256.Length, 32);
        var turn = await _writer.TakeAsync(cancel).ConfigureAwait(false);
        DuckConnection? connection = null;
        try
        {
            connection = _database.Connect();
            return new DuckDbImport(this, connection, source, turn);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            turn.Dispose();
            if (e is DuckDbException error) throw Explain(error);
            throw;
        }
    }

    public Task<IReadOnlyList<ImportRecord>> ListImportsAsync(IReadOnlyList<string>? sensors, int limit, CancellationToken cancel) =>
        ReadAsync<IReadOnlyList<ImportRecord>>(connection => ImportBook.List(connection, sensors, limit, cancel), cancel);

    public Task<IReadOnlyList<SeriesPoint>> SeriesAsync(ObservationFilter filter, TimeSpan bin, CancellationToken cancel) =>
        AskAsync<IReadOnlyList<SeriesPoint>>(filter.Sensors, reading => SeriesQuestion.Ask(reading, filter, bin), cancel);

    public Task<IReadOnlyList<TopRow>> TopAsync(ObservationFilter filter, Dimension by, int limit, CancellationToken cancel) =>
        AskAsync<IReadOnlyList<TopRow>>(filter.Sensors, reading => TopQuestion.Ask(reading, filter, by, limit), cancel);

    public Task<Totals> TotalsAsync(ObservationFilter filter, CancellationToken cancel) =>
        AskAsync(filter.Sensors, reading => TotalsQuestion.Ask(reading, filter), cancel);

    public Task<(DateTimeOffset First, DateTimeOffset Last)?> ExtentAsync(IReadOnlyList<string>? sensors, CancellationToken cancel) =>
        AskAsync<(DateTimeOffset, DateTimeOffset)?>(
            sensors, reading => reading.Extent() is { } extent ? (Span.Time(extent.First), Span.Time(extent.Last)) : null, cancel);

    public Task<long> ExportAsync(ObservationFilter filter, string format, string path, CancellationToken cancel) =>
        AskAsync(filter.Sensors, reading => Export.Write(reading, filter, format, path), cancel);

    public Task<long> ApplyRetentionAsync(DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync(
            connection =>
            {
                // Rollups are built from whole minutes: first they, then thinning out.
                Settler.Settle(_database, Options, cancel);
                var removed = Retention.Apply(connection, Options, now, cancel);
                Compaction.Apply(connection, cancel);
                BusySources.WriteMissing(connection, Options.BusySources, cancel);
                return removed;
            },
            cancel);

    public Task BackupAsync(string path, CancellationToken cancel) =>
        ReadAsync(connection => Backup.Write(connection, path, cancel), cancel);

    public async ValueTask DisposeAsync()
    {
        // Unfinished rollups would be built after the next opening; better now, while nobody waits.
        Task settling;
        lock (_gate) settling = _settling;
        await settling.ConfigureAwait(false);
        // Readers and the writer end before the file is closed; their connections would keep it open otherwise.
        await _writer.CloseAsync().ConfigureAwait(false);
        await _readers.CloseAsync().ConfigureAwait(false);
        _database.Dispose();
    }

    /// <summary>A question in one snapshot; also how tests look at plans.</summary>
    internal Task<T> AskAsync<T>(IReadOnlyList<string>? sensors, Func<Reading, T> ask, CancellationToken cancel) =>
        ReadAsync(
            connection =>
            {
                using var reading = new Reading(connection, Options, sensors, cancel);
                return ask(reading);
            },
            cancel);

    internal Exception Explain(DuckDbException error) => StoreFile.Explain(error, _path);

    private async Task SettleAfterAsync(Task before)
    {
        await before.ConfigureAwait(false);
        try
        {
            await SettleAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ObservationStoreException or DuckDbException or ObjectDisposedException)
        {
            // A full disk, say. Answers stay right without rollups; it is tried again after the next commit or opening.
        }
    }

    private async Task<T> ReadAsync<T>(Func<DuckConnection, T> read, CancellationToken cancel)
    {
        using var turn = await _readers.TakeAsync(cancel).ConfigureAwait(false);
        return await Task.Run(() => Use(read), cancel).ConfigureAwait(false);
    }

    private async Task<T> WriteAsync<T>(Func<DuckConnection, T> write, CancellationToken cancel)
    {
        using var turn = await _writer.TakeAsync(cancel).ConfigureAwait(false);
        return await Task.Run(() => Use(write), cancel).ConfigureAwait(false);
    }

    private T Use<T>(Func<DuckConnection, T> use)
    {
        try
        {
            using var connection = _database.Connect();
            return use(connection);
        }
        catch (DuckDbException e)
        {
            throw Explain(e);
        }
    }
}
