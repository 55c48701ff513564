namespace Noroshi.Tests.Architecture;

/// <summary>The files of a source tree, without what builds and restores leave in it.</summary>
internal sealed class SourceTree(string root)
{
    private static readonly string[] Products = [".git", "artifacts", "node_modules", "bin", "obj", "work", "TestResults", "demo-data", "noroshi-data"];

    /// <summary>The tree this test assembly was built from.</summary>
    internal static SourceTree Ours { get; } = new(FindRoot());

    internal string Root { get; } = root;

    /// <summary>Paths relative to the root, with <c>/</c>, in order; only those with one of the extensions when some are given.</summary>
    internal IReadOnlyList<string> Files(params string[] extensions)
    {
        var found = new List<string>();
        Collect(Root, found);
        return
        [
            .. found
                .Where(file => extensions.Length == 0 || extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    internal string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    internal bool Has(string file) => File.Exists(Path.Combine(Root, file));

    private static void Collect(string folder, List<string> found)
    {
        found.AddRange(Directory.EnumerateFiles(folder));
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            if (!Products.Contains(Path.GetFileName(below), StringComparer.Ordinal) && !below.EndsWith("wwwroot/lib", StringComparison.Ordinal))
                Collect(below, found);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests are not run from within their source tree.");
    }
}
