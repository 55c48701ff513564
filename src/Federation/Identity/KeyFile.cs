using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Private keys on the disk: whole or not there, and nobody else's to read.</summary>
internal static class KeyFile
{
    /// <summary>Writes a new key; it is there for good when this returns.</summary>
    internal static void Write(string file, string pem)
    {
        var temporary = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(temporary, options))
        {
            using var writer = new StreamWriter(stream);
            writer.Write(pem);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: false);
    }

    /// <exception cref="RefusalException">It cannot be read, or others may read it.</exception>
    internal static string Read(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            throw new RefusalException($"Others may read the private key {file}. Find out who did, then: chmod 600 {file}");
        return File.ReadAllText(file);
    }
}
