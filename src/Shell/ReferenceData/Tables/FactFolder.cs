namespace Noroshi.Shell.ReferenceData;

/// <summary>Which files of the data folder are facts, and which schema each belongs to.</summary>
internal static class FactFolder
{
    /// <summary>Path below the folder with forward slashes, as findings name it.</summary>
    public static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Every file that should hold facts, in path order: all but schemas, the known-bad cases and pages for people.</summary>
    public static IEnumerable<string> FactFiles(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Relative(folder, path))
                .Where(file => !file.StartsWith("schema/", StringComparison.Ordinal) && !file.StartsWith("invalid/", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];

    /// <summary>True when the table's <see cref="TableSchema.Files"/> names this file.</summary>
    public static bool Covers(this TableSchema schema, string file)
    {
        if (!schema.Files.EndsWith("/*.csv", StringComparison.Ordinal)) return schema.Files == file;
        var folder = schema.Files[..^"*.csv".Length];
        return file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".csv", StringComparison.Ordinal) && !file[folder.Length..].Contains('/', StringComparison.Ordinal);
    }
}
