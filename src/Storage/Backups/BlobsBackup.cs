namespace Noroshi.Storage.Backups;

/// <summary>The blobs' part of a backup: content never changes, so the files are read where they are.</summary>
public sealed class BlobsBackup(NodeOptions options) : IBackupPart
{
    private const string Folder = "blobs";

    /// <inheritdoc/>
    public IReadOnlyList<string> Owns { get; } = [Folder];

    /// <inheritdoc/>
    public int Order => 300;

    /// <inheritdoc/>
    public Task<BackupShare> ShareAsync(string staging, CancellationToken cancel)
    {
        var root = Path.Combine(options.DataDirectory, Folder);
        var incoming = Path.Combine(root, "incoming") + Path.DirectorySeparatorChar;
        IReadOnlyList<(string, string)> files = !Directory.Exists(root) ? [] :
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(incoming, StringComparison.Ordinal))
                .Select(file => (Path.GetRelativePath(options.DataDirectory, file).Replace('\\', '/'), file)),
        ];
        return Task.FromResult(new BackupShare(files));
    }
}
