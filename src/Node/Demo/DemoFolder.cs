using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary>The data folder of the exercise. It is never mixed with a node that works with real data.</summary>
internal static class DemoFolder
{
    private const string Marker = "EXERCISE";

    /// <summary>Below where the user's programs keep data, so that a second run finds what the first prepared.</summary>
    internal static string Default() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data && Path.IsPathRooted(data)
            ? data
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share"),
        "noroshi",
        "demo");

    /// <summary>Makes the folder and marks it; refuses one in which a node already keeps something that is not an exercise.</summary>
    internal static string Prepare(string path)
    {
        var folder = Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var marker = Path.Combine(folder, Marker);
            if (File.Exists(marker)) return folder;
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new RefusalException(
                    $"{folder} holds something that is not an exercise. Invented data is never put beside real data: give an empty folder with --data, or leave --data out.",
                    RefusalException.Input);
            }

            File.WriteAllText(marker, "Everything in this folder is invented. Delete the folder to begin the exercise anew.\n");
            return folder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"The exercise cannot be kept in {folder}: {problem.Message} Give a folder this user may write with --data.", inner: problem);
        }
    }
}
