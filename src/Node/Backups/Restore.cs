using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Noroshi.Storage;

namespace Noroshi.Node.Backups;

/// <summary>Reads a backup: into a new data folder, or only to prove that it can be read.</summary>
internal static class Restore
{
    /// <summary>Restores into a folder that is missing or empty: whole and verified, or not at all.</summary>
    internal static async Task<BackupManifest> IntoAsync(Stream archive, string folder, CancellationToken cancel)
    {
        var target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new RefusalException($"{target} is not empty. A backup is restored into a new folder; move the old one away first, so that nothing is lost.");
        if (File.Exists(target))
            throw new RefusalException($"{target} is a file. Name a new folder with --data.");
        var staging = $"{target}.restoring-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(staging, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var manifest = await ReadAsync(archive, staging, cancel);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(staging, target);
            return manifest;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RefusalException($"The backup could not be written to {target}: {error.Message} Nothing was kept.", inner: error);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>Reads the archive to its end and compares every digest; writes below <paramref name="folder"/> unless it is null.</summary>
    internal static async Task<BackupManifest> ReadAsync(Stream archive, string? folder, CancellationToken cancel)
    {
        try
        {
            await using var zip = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
            await using var tar = new TarReader(zip, leaveOpen: true);
            var manifest = await ReadManifestAsync(tar, cancel);
            if (folder is not null)
                CheckSpace(manifest, folder);
            var awaited = manifest.Files.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
            while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
            {
                if (!awaited.Remove(entry.Name, out var told))
                    throw BackupManifest.Refuse($"it holds '{entry.Name}', which its manifest does not name");
                await TakeAsync(entry, told, folder, cancel);
            }
            if (awaited.Count > 0)
                throw BackupManifest.Refuse($"{awaited.Count} files are missing, among them '{awaited.Keys.First()}'; it was cut off");
            return manifest;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw BackupManifest.Refuse($"the archive is damaged or cut off ({error.Message})");
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(TarReader tar, CancellationToken cancel)
    {
        var first = await tar.GetNextEntryAsync(copyData: false, cancel);
        if (first is not { EntryType: TarEntryType.RegularFile, Name: BackupManifest.FileName, DataStream: not null } || first.Length > BackupManifest.LargestManifest)
            throw BackupManifest.Refuse("it does not begin with a manifest");
        var json = new byte[first.Length];
        await first.DataStream.ReadExactlyAsync(json, cancel);
        return BackupManifest.Parse(json);
    }

    private static async Task TakeAsync(TarEntry entry, BackupManifest.Entry told, string? folder, CancellationToken cancel)
    {
        // Links and devices could point outside the folder; a backup never holds any.
        if (entry.EntryType != TarEntryType.RegularFile || entry.Length != told.Size)
            throw BackupManifest.Refuse($"'{entry.Name}' is not what its manifest says");
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = folder is null ? Stream.Null : Create(Path.Combine(folder, told.Path));
        if (entry.DataStream is { } content)
        {
            var buffer = new byte[1 << 17];
            int read;
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                digest.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        if (!Convert.ToHexStringLower(digest.GetHashAndReset()).Equals(told.Sha256, StringComparison.OrdinalIgnoreCase))
            throw BackupManifest.Refuse($"'{entry.Name}' was changed since the backup was taken: its digest differs");
        if (file is FileStream written)
            written.Flush(flushToDisk: true);
    }

    private static FileStream Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    private static void CheckSpace(BackupManifest manifest, string folder)
    {
        var (needed, free) = (manifest.Files.Sum(entry => entry.Size), new DriveInfo(folder).AvailableFreeSpace);
        if (needed > free)
            throw new RefusalException($"The backup needs {needed >> 20} MiB, {folder} has {free >> 20} MiB. Free space or choose another disk. Nothing was written.");
    }
}
