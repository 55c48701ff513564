using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store;

/// <summary>One import under way; disposing without commit leaves nothing behind. Used by one thread at a time.</summary>
internal interface IObservationImport : IAsyncDisposable
{
    /// <summary>Appends rows; <see cref="Observation.Tag"/> indexes into <paramref name="tags"/> (0 is none), which may only grow between calls.</summary>
    void Append(ReadOnlySpan<Observation> rows, IReadOnlyList<string> tags);

    /// <summary>
    /// Makes all rows visible and durable at once; every answer counts them from here on, whether or not their rollups are built yet. Where the same content of the same sensor has been
    /// committed meanwhile, nothing changes and that record is returned.
    /// </summary>
    Task<ImportRecord> CommitAsync(IReadOnlyDictionary<string, long> rejected, CancellationToken cancel);
}
