using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store;

/// <summary>One import under way; disposing without commit leaves nothing behind.</summary>
internal interface IObservationImport : IAsyncDisposable
{
    /// <summary>Appends rows; <see cref="Observation.Tag"/> indexes into <paramref name="tags"/> (0 is none).</summary>
    void Append(ReadOnlySpan<Observation> rows, IReadOnlyList<string> tags);

    /// <summary>Makes all rows and their rollups visible and durable at once.</summary>
    Task<ImportRecord> CommitAsync(IReadOnlyDictionary<string, long> rejected, CancellationToken cancel);
}
