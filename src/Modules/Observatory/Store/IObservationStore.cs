using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store;

/// <summary>Keeps observations. Two native implementations share this and one compliance suite; neither bends to the other.</summary>
/// <remarks>
/// Everywhere: research scanners are left out unless the filter includes them; backscatter is left out of every figure unless the
/// filter's class names it, and then it still counts no sources; the unit is always exactly one. A row belongs to a period when
/// its minute (or, once thinned out, its bin) starts within it.
/// </remarks>
internal interface IObservationStore : IAsyncDisposable
{
    /// <summary>The committed import of the same content from the same sensor, or null.</summary>
    Task<ImportRecord?> FindImportAsync(string sensor, ReadOnlyMemory<byte> contentSha256, CancellationToken cancel);

    /// <summary>
    /// Opens an import: nothing of it is visible, or survives a crash, before <see cref="IObservationImport.CommitAsync"/>.
    /// One import at a time: a second one waits here until the first is committed or disposed.
    /// </summary>
    Task<IObservationImport> BeginImportAsync(ImportSource source, CancellationToken cancel);

    /// <summary>Imports, the latest first.</summary>
    Task<IReadOnlyList<ImportRecord>> ListImportsAsync(IReadOnlyList<string>? sensors, int limit, CancellationToken cancel);

    /// <summary>Chart bins; the width is chosen by the store from what the rollups still hold and is at least <paramref name="bin"/>.</summary>
    Task<IReadOnlyList<SeriesPoint>> SeriesAsync(ObservationFilter filter, TimeSpan bin, CancellationToken cancel);

    /// <summary>The top by unique sources (by events where the dimension is the source itself), with the rank in the period before.</summary>
    Task<IReadOnlyList<TopRow>> TopAsync(ObservationFilter filter, Dimension by, int limit, CancellationToken cancel);

    /// <summary>The figures above a view.</summary>
    Task<Totals> TotalsAsync(ObservationFilter filter, CancellationToken cancel);

    /// <summary>First and last minute held for these sensors (null: all), or null when nothing is held.</summary>
    Task<(DateTimeOffset First, DateTimeOffset Last)?> ExtentAsync(IReadOnlyList<string>? sensors, CancellationToken cancel);

    /// <summary>Writes the filtered rows to a new file (<c>csv</c> or <c>parquet</c>), streaming; returns the number of rows.</summary>
    /// <exception cref="ObservationStoreException">The file exists, or cannot be written; nothing half-written is left.</exception>
    Task<long> ExportAsync(ObservationFilter filter, string format, string path, CancellationToken cancel);

    /// <summary>
    /// Moves what has aged out of a resolution into the next, forgets what is past its time and tidies up; returns rows removed.
    /// Age is counted for each sensor from its latest data, or from <paramref name="now"/> where that is earlier.
    /// </summary>
    Task<long> ApplyRetentionAsync(DateTimeOffset now, CancellationToken cancel);

    /// <summary>Writes a consistent copy to a new file while reading and importing go on.</summary>
    /// <exception cref="ObservationStoreException">The file exists, or cannot be written; nothing half-written is left.</exception>
    Task BackupAsync(string path, CancellationToken cancel);
}
