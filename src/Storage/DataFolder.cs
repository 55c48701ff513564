namespace Noroshi.Storage;

/// <summary>The folder in which a node keeps everything, held by one process at a time.</summary>
/// <remarks>
/// The lock is the operating system's (it falls with the process, however that ends), so a crash never leaves a folder
/// that has to be unlocked by hand.
/// </remarks>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _held;

    private DataFolder(string path, FileStream held) => (Path, _held) = (path, held);

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Creates the folder if needed (readable by its owner alone) and holds it; refuses when it cannot be written or is held.</summary>
    public static DataFolder Hold(string path)
    {
        var folder = System.IO.Path.GetFullPath(path);
        var lockFile = System.IO.Path.Combine(folder, "node.lock");
        try
        {
            if (!Directory.Exists(folder))
            {
                if (OperatingSystem.IsWindows())
                    Directory.CreateDirectory(folder);
                else
                    Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            // A folder may be writable by its lock file alone; the probe says so now instead of in the middle of an import.
            var probe = System.IO.Path.Combine(folder, $".probe-{System.Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(
                $"The data folder {folder} cannot be written: {error.Message} Give a folder this user may write with --data, or mend its permissions.",
                inner: error);
        }
        try
        {
            return new(folder, new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new RefusalException($"{lockFile} cannot be opened: {error.Message} Mend its permissions.", inner: error);
        }
        catch (IOException error)
        {
            throw new RefusalException(
                $"The data folder {folder} is in use by another Noroshi process. Stop that process, or give another folder with --data.",
                inner: error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();
}
