using System.Runtime.InteropServices;

namespace Noroshi.Node.Backups;

/// <summary>The files of a data folder that belong to no store.</summary>
internal static partial class LooseFiles
{
    private const long Small = 1 << 20;

    /// <summary>Holds them still: small ones are copied, large ones (whole uploads, never edited) linked, so that neither change nor deletion matters.</summary>
    internal static List<(string Path, string File)> Take(string folder, string staging, IReadOnlyCollection<string> owned)
    {
        var taken = new List<(string, string)>();
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            if (owned.Contains(name) || name is "node.lock" or "control.sock" || name.StartsWith('.'))
                continue;
            IEnumerable<string> files = Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry];
            foreach (var file in files)
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                if (!IsPassing(path) && new FileInfo(file) is { LinkTarget: null } && Hold(file, Path.Combine(staging, path)) is { } held)
                    taken.Add((path, held));
            }
        }
        return taken;
    }

    // Half-written by others at this moment; they are renamed when they are whole.
    private static bool IsPassing(string path) =>
        path.EndsWith(".part", StringComparison.Ordinal) || path.EndsWith(".partial", StringComparison.Ordinal) || path.EndsWith(".tmp", StringComparison.Ordinal)
        || path.Contains(".tmp/", StringComparison.Ordinal) || !BackupManifest.IsSafe(path);

    private static string? Hold(string file, string held)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(held)!);
        try
        {
            if (new FileInfo(file).Length < Small || Link(file, held) != 0)
                File.Copy(file, held, overwrite: true);
            return held;
        }
        catch (FileNotFoundException)
        {
            return null; // gone between looking and taking: it was being cleared away
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
