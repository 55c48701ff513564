using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>The imported activities as projects, read once and again only after an import.</summary>
/// <remarks>They were published by others and belong to no organisation of the node: everybody who reads the room reads them.</remarks>
internal sealed class ImportedProjects(RecordStore store, ModelLibrary library, IStateNames states) : IDisposable
{
    private readonly ActivityProject _reader = new(library, states);
    private readonly SemaphoreSlim _one = new(1);
    private volatile Held? _held;

    /// <summary>What is held: how many versions there were, and the projects with the version each was read from.</summary>
    private sealed record Held(long Versions, IReadOnlyDictionary<string, (long Version, ImportedProject Project)> ByIdentifier, IReadOnlyList<ImportedProject> All);

    /// <summary>Every imported activity, in the order of identifiers.</summary>
    internal async Task<IReadOnlyList<ImportedProject>> ReadAsync(CancellationToken cancel)
    {
        var records = new ActivityRecords(store);
        var versions = await records.CountAsync(cancel);
        if (_held is { } held && held.Versions == versions) return held.All;
        await _one.WaitAsync(cancel);
        try
        {
            versions = await records.CountAsync(cancel);
            if (_held is { } meanwhile && meanwhile.Versions == versions) return meanwhile.All;
            var before = _held?.ByIdentifier;
            var now = new Dictionary<string, (long Version, ImportedProject Project)>(StringComparer.Ordinal);
            var all = new List<ImportedProject>();
            await foreach (var row in records.StreamAsync(cancel))
            {
                // Versions never change, so what was read before need not be parsed again.
                var project = before is not null && before.TryGetValue(row.Identifier, out var known) && known.Version == row.Version ? known.Project : _reader.Of(row.ToKept());
                now[row.Identifier] = (row.Version, project);
                all.Add(project);
            }

            _held = new Held(versions, now, all);
            return all;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
