namespace Noroshi.Node;

/// <summary>Finds the reviewed reference data beside the program or in the source tree it was built from.</summary>
internal static class ReferenceFolder
{
    /// <summary>The folder; <c>NOROSHI_REFERENCE</c> overrides. It need not exist: whoever reads it says what is missing.</summary>
    internal static string Find()
    {
        if (Environment.GetEnvironmentVariable("NOROSHI_REFERENCE") is { Length: > 0 } given)
            return Path.GetFullPath(given);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "states")))
                return Path.Combine(folder.FullName, "data");
        }
        return Path.Combine(AppContext.BaseDirectory, "data");
    }
}
