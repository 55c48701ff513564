using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store;

/// <summary>Keeps observations. Two native implementations share this and one compliance suite; neither bends to the other.</summary>
internal interface IObservationStore : IAsyncDisposable
{
    /// <summary>The committed import of the same content from the same sensor, or null.</summary>
    Task<ImportRecord?> FindImportAsync(string sensor, ReadOnlyMemory<byte> contentSha256, CancellationToken cancel);

    /// <summary>Opens an import: nothing of it is visible, or survives a crash, before <see cref="IObservationImport.CommitAsync"/>.</summary>
    Task<IObservationImport> BeginImportAsync(ImportSource source, CancellationToken cancel);

    Task<IReadOnlyList<ImportRecord>> ListImportsAsync(IReadOnlyList<string>? sensors, int limit, CancellationToken cancel);

    /// <summary>Chart bins; the width is chosen by the store from what the rollups still hold and is at least <paramref name="bin"/>.</summary>
    Task<IReadOnlyList<SeriesPoint>> SeriesAsync(ObservationFilter filter, TimeSpan bin, CancellationToken cancel);

    Task<IReadOnlyList<TopRow>> TopAsync(ObservationFilter filter, Dimension by, int limit, CancellationToken cancel);

    Task<Totals> TotalsAsync(ObservationFilter filter, CancellationToken cancel);

    /// <summary>First and last minute held for these sensors (null: all), or null when nothing is held.</summary>
    Task<(DateTimeOffset First, DateTimeOffset Last)?> ExtentAsync(IReadOnlyList<string>? sensors, CancellationToken cancel);

    /// <summary>Writes the filtered rows to a file (<c>csv</c> or <c>parquet</c>), streaming; returns the number of rows.</summary>
    Task<long> ExportAsync(ObservationFilter filter, string format, string path, CancellationToken cancel);

    /// <summary>Moves what has aged out of a resolution into the next and forgets what is past its time; returns rows removed.</summary>
    Task<long> ApplyRetentionAsync(DateTimeOffset now, CancellationToken cancel);
}
