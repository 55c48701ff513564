using System.Text.Json;
using System.Text.RegularExpressions;
using Noroshi.Storage;

namespace Noroshi.Node.Backups;

/// <summary>The first entry of a backup: what it holds, and the digest of each file.</summary>
/// <param name="Format">Version of the layout; a program refuses one it does not know.</param>
/// <param name="Version">The program that took the backup.</param>
/// <param name="TakenAt">When it began.</param>
/// <param name="State">Whose node.</param>
/// <param name="Guidance">What is not in the archive and how to get it.</param>
/// <param name="Files">Every file that follows.</param>
internal sealed partial record BackupManifest(
    int Format, string Version, DateTimeOffset TakenAt, string State, IReadOnlyList<string> Guidance, IReadOnlyList<BackupManifest.Entry> Files)
{
    internal const int CurrentFormat = 1;
    internal const string FileName = "manifest.json";
    internal const long LargestManifest = 256L << 20;

    /// <summary>One file: path below the data folder, size in bytes, SHA-256 in hexadecimal.</summary>
    internal sealed record Entry(string Path, long Size, string Sha256);

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>Reads and checks; an archive is material from outside, whatever it says about itself.</summary>
    internal static BackupManifest Parse(byte[] json)
    {
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException error)
        {
            throw Refuse($"its manifest cannot be read ({error.Message})");
        }
        if (manifest?.Files is null)
            throw Refuse("its manifest is empty");
        if (manifest.Format != CurrentFormat)
            throw Refuse($"it has format {manifest.Format}, this program knows {CurrentFormat}; use the Noroshi that took it ({manifest.Version})");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in manifest.Files)
        {
            if (entry is not { Path: not null, Size: >= 0, Sha256.Length: 64 } || !IsSafe(entry.Path) || !seen.Add(entry.Path))
                throw Refuse($"its manifest names a file in a way that is not allowed ('{entry?.Path}')");
        }
        return manifest;
    }

    /// <summary>True for plain relative paths: no way up, no root, no hidden device names, nothing but ordinary letters.</summary>
    internal static bool IsSafe(string path) => path.Length <= 512 && Plain().IsMatch(path) && !path.Split('/').Any(part => part is "." or "..");

    internal static RefusalException Refuse(string why) => new($"This is not a backup that can be restored: {why}. Nothing was written.", RefusalException.Input);

    [GeneratedRegex(@"\A[A-Za-z0-9._{}@+-]+(/[A-Za-z0-9._{}@+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
