using Noroshi.Storage.Backups;

namespace Noroshi.Observatory.Store;

/// <summary>The observations' part of a backup: a copy as of one moment, taken while imports go on.</summary>
internal sealed class ObservationsBackup(IObservationStore store) : IBackupPart
{
    private const string File = "observations.duckdb";

    public IReadOnlyList<string> Owns { get; } = [File, File + ".wal", File + ".tmp"];

    // Before the records: every observation in the copy then finds its sensor there.
    public int Order => 100;

    public async Task<BackupShare> ShareAsync(string staging, CancellationToken cancel)
    {
        var copy = Path.Combine(staging, File);
        await store.BackupAsync(copy, cancel);
        return new([(File, copy)]);
    }
}
