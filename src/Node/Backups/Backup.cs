using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Noroshi.Contracts;
using Noroshi.Storage;
using Noroshi.Storage.Backups;

namespace Noroshi.Node.Backups;

/// <summary>Writes everything a node keeps into one archive, consistent while it serves and imports.</summary>
internal sealed class Backup(NodeOptions options, IEnumerable<IBackupPart> parts, IAuditLog audit, TimeProvider clock)
{
    internal const string StagingPrefix = ".backup-";

    /// <summary>Streams a gzip-compressed tar archive; returns what it holds.</summary>
    internal async Task<BackupManifest> WriteAsync(Stream archive, CancellationToken cancel)
    {
        var staging = Path.Combine(options.DataDirectory, $"{StagingPrefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(staging);
        try
        {
            var takenAt = clock.GetUtcNow();
            var (files, guidance) = await CollectAsync(staging, cancel);
            var entries = new List<BackupManifest.Entry>(files.Count);
            foreach (var (path, file) in files)
            {
                await using var content = Open(file);
                var digest = await SHA256.HashDataAsync(content, cancel);
                entries.Add(new(path, content.Length, Convert.ToHexStringLower(digest)));
            }
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, Version, takenAt, options.State, guidance, entries);
            await PackAsync(manifest, files, archive, cancel);
            await audit.RecordAsync(
                new AuditEvent(clock.GetUtcNow(), "node.backup", "system", null, null, true, new Dictionary<string, string> { ["files"] = $"{files.Count}" }), cancel);
            return manifest;
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Removes what a backup left that died half-way.</summary>
    internal static void RemoveStale(string dataDirectory)
    {
        foreach (var staging in Directory.EnumerateDirectories(dataDirectory, StagingPrefix + "*"))
            Directory.Delete(staging, recursive: true);
    }

    private static string Version =>
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private async Task<(List<(string Path, string File)> Files, List<string> Guidance)> CollectAsync(string staging, CancellationToken cancel)
    {
        var ordered = parts.OrderBy(part => part.Order).ToList();
        // First what no store answers for: settings, keys, lists, uploads that wait for their import.
        var files = LooseFiles.Take(options.DataDirectory, Path.Combine(staging, "loose"), [.. ordered.SelectMany(part => part.Owns)]);
        var guidance = new List<string>();
        foreach (var part in ordered)
        {
            var share = await part.ShareAsync(staging, cancel);
            files.AddRange(share.Files);
            if (share.Guidance is not null)
                guidance.Add(share.Guidance);
        }
        return (files, guidance);
    }

    private static async Task PackAsync(BackupManifest manifest, List<(string Path, string File)> files, Stream archive, CancellationToken cancel)
    {
        await using var zip = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true);
        await AddAsync(BackupManifest.FileName, new MemoryStream(manifest.ToJson()));
        foreach (var (path, file) in files)
            await AddAsync(path, Open(file));

        async Task AddAsync(string path, Stream content)
        {
            await using (content)
            {
                await tar.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.RegularFile, path)
                    {
                        DataStream = content,
                        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                        ModificationTime = manifest.TakenAt,
                    },
                    cancel);
            }
        }
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 17, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
