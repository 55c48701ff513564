namespace Noroshi.Tests.ReferenceData;

/// <summary>The source tree's own data folder, and copies of it to spoil.</summary>
internal static class ReferenceFolderOfTheTree
{
    public static string Path { get; } = Find();

    /// <summary>A copy of schemas and facts in a new temporary folder.</summary>
    public static string CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(Path, file);
            if (relative.StartsWith("invalid", StringComparison.Ordinal)) continue;
            var target = System.IO.Path.Combine(folder, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Noroshi.slnx"))) return System.IO.Path.Combine(folder.FullName, "data");
        }

        throw new DirectoryNotFoundException("The tests must run inside the source tree.");
    }
}
