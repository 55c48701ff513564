using System.Security.Cryptography;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>Uploaded files that wait for a person's decision: one a person, in the data folder, found by nobody else, gone after a day.</summary>
internal sealed class WaitingFiles(NodeOptions options, TimeProvider clock)
{
    /// <summary>The largest upload, in bytes.</summary>
    internal const long Largest = 64 << 20;

    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    /// <summary>The folder for files of this kind in a data folder, made where it is not there.</summary>
    internal static string FolderIn(string data)
    {
        var folder = Path.Combine(data, "uploads", "iati");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>The folder in which batches of this node may wait.</summary>
    internal string Folder => FolderIn(options.DataDirectory);

    /// <summary>Keeps what a person sends in place of what waited before; its key.</summary>
    /// <exception cref="WrongAskException">It is empty or too large; nothing is kept.</exception>
    internal async Task<string> ReceiveAsync(string person, Stream content, CancellationToken cancel)
    {
        var folder = Folder;
        foreach (var old in Directory.EnumerateFiles(folder, "waiting-*").Where(file => IsOf(file, person) || clock.GetUtcNow() - File.GetLastWriteTimeUtc(file) > _longest)) File.Delete(old);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = PathOf(person, key);
        try
        {
            await using (var file = new FileStream(path, Private()))
            {
                var buffer = new byte[64 * 1024];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    if (file.Position + read > Largest) throw new WrongAskException("file", $"The file is larger than {Largest >> 20} MiB.", "Split it, or import it on the command line: noroshi capacity import.");
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                if (file.Position == 0) throw new WrongAskException("file", "The file is empty.", "Choose a file of IATI activities.");
            }

            return key;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens what waits for a person; null where nothing does under this key.</summary>
    internal Stream? Open(string person, string? key) => IsKey(key) && File.Exists(PathOf(person, key!)) ? new FileStream(PathOf(person, key!), FileMode.Open, FileAccess.Read, FileShare.Read) : null;

    /// <summary>Removes what waits for a person.</summary>
    internal void Forget(string person, string? key)
    {
        if (IsKey(key)) File.Delete(PathOf(person, key!));
    }

    private static bool IsKey(string? key) => key is { Length: 32 } && key.All(char.IsAsciiHexDigitLower);

    private static bool IsOf(string file, string person) => Path.GetFileName(file).StartsWith("waiting-" + Owner(person) + "-", StringComparison.Ordinal);

    private string PathOf(string person, string key) => Path.Combine(Folder, $"waiting-{Owner(person)}-{key}.xml");

    // A name is no path.
    private static string Owner(string person) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(person)))[..16];

    private static FileStreamOptions Private()
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return how;
    }
}
