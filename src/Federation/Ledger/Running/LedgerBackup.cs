using Noroshi.Storage.Backups;

namespace Noroshi.Federation.Ledger;

/// <summary>The ledger's part of a backup: its key, its name and the last checkpoint. The tiles follow from the acts and are left out.</summary>
internal sealed class LedgerBackup(LedgerFolder folder) : IBackupPart
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Owns { get; } = [LedgerFolder.Name];

    /// <summary>Before the records (200): a checkpoint newer than the records in the archive would look like records put back.</summary>
    public int Order => 150;

    /// <inheritdoc/>
    public Task<BackupShare> ShareAsync(string staging, CancellationToken cancel)
    {
        var copies = Path.Combine(staging, LedgerFolder.Name);
        Directory.CreateDirectory(copies);
        var files = new List<(string, string)>();
        if (Directory.Exists(folder.Path))
        {
            foreach (var file in Directory.EnumerateFiles(folder.Path).Where(file => !file.EndsWith(".part", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var copy = Path.Combine(copies, Path.GetFileName(file));
                File.Copy(file, copy);
                files.Add(($"{LedgerFolder.Name}/{Path.GetFileName(file)}", copy));
            }
        }

        return Task.FromResult(new BackupShare(files));
    }
}
