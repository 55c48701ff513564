using System.Diagnostics;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;
using Noroshi.Observatory.Store;

namespace Noroshi.Observatory.Features;

/// <summary>Reads one file, reduces and enriches its events, and keeps them: all of the file or nothing of it, and never twice.</summary>
internal sealed class FileImport(IObservationStore store, ViewCache cache) : IDisposable
{
    // The store may take one import at a time only; waiting here keeps the order and the memory of one.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Imports the file in bounded memory, on a thread of its own.</summary>
    /// <param name="file">What to read, for which sensor.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancel">Stops the import; nothing is kept then.</param>
    /// <exception cref="UnreadableInputException">Nothing in the file can be read.</exception>
    /// <exception cref="IOException">The file or the data folder failed.</exception>
    internal async Task<ImportReport> RunAsync(FileToImport file, IProgress<long>? progress, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var hash = await Task.Run(() => ContentHash.OfFile(file.Path, file.MostExpanded, cancel), cancel);
        await _turn.WaitAsync(cancel);
        try
        {
            if (await store.FindImportAsync(file.Sensor, hash, cancel) is { } before) return AlreadyHere(before, started);
            var source = new ImportSource(file.Sensor, file.Name, hash, file.Enricher.GeoVersion);
            await using var import = await store.BeginImportAsync(source, cancel);
            var read = await Task.Factory.StartNew(() => Read(file, import, progress, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var record = await import.CommitAsync(read.Rejected, cancel);
            cache.Renew();
            return Imported(read, record, started);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static ReadReport Read(FileToImport file, IObservationImport import, IProgress<long>? progress, CancellationToken cancel)
    {
        var tags = new TagTable();
        var reducer = new Reducer(file.Enricher, rows => import.Append(rows, tags.Texts));
        var sink = reducer.Sink;
        var read = EventReader.Read(file.Path, new ReadOptions { Format = file.Format, Mapping = file.Mapping, BytesRead = progress, Tags = tags }, ref sink, cancel);
        reducer.Finish();
        return read;
    }

    private static ImportReport AlreadyHere(ImportRecord before, long started) => new()
    {
        Imported = 0,
        Duplicates = before.Events,
        Rejected = [.. before.Rejected.OrderByDescending(pair => pair.Value).Select(pair => new RejectedReason(pair.Key, pair.Value, null))],
        From = before.From,
        To = before.To,
        GeoVersion = before.GeoVersion,
        ContentSha256 = before.ContentSha256,
        FirstImportedAt = before.At,
        Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
    };

    private static ImportReport Imported(ReadReport read, ImportRecord record, long started) => new()
    {
        Imported = record.Events,
        Duplicates = 0,
        Rejected = [.. read.Rejected.OrderByDescending(pair => pair.Value).Select(pair => new RejectedReason(pair.Key, pair.Value, read.FirstRejected.GetValueOrDefault(pair.Key)))],
        Skipped = read.Skipped,
        Format = read.Format,
        From = read.From,
        To = read.To,
        Units = read.Units.ToDictionary(pair => Vocabulary.Of(Vocabulary.Units, pair.Key), pair => pair.Value),
        GeoVersion = record.GeoVersion,
        ContentSha256 = record.ContentSha256,
        Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
    };
}
