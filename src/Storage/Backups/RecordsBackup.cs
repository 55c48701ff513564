namespace Noroshi.Storage.Backups;

/// <summary>The records' part of a backup; what PostgreSQL keeps, PostgreSQL's own tools copy.</summary>
public sealed class RecordsBackup(RecordStore records) : IBackupPart
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Owns { get; } = ["records.db", "records.db-wal", "records.db-shm"];

    /// <inheritdoc/>
    public int Order => 200;

    /// <inheritdoc/>
    public async Task<BackupShare> ShareAsync(string staging, CancellationToken cancel)
    {
        var taken = await records.BackUpAsync(Path.Combine(staging, "records.db"), cancel).ConfigureAwait(false);
        return new(taken.File is null ? [] : [("records.db", taken.File)], taken.Guidance);
    }
}
