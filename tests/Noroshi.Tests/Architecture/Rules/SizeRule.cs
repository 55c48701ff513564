namespace Noroshi.Tests.Architecture;

/// <summary>Files a person can read at once and folders a person can survey.</summary>
internal static class SizeRule
{
    internal const int LongestFile = 400;
    internal const int FullestFolder = 12;

    private static readonly string[] Written = [".cs", ".razor", ".js", ".css", ".sql", ".sh"];

    internal static IReadOnlyList<string> Violations(SourceTree tree)
    {
        var files = tree.Files().Where(file => Written.Contains(Path.GetExtension(file), StringComparer.Ordinal)).ToList();
        var tooLong = from file in files
                      let lines = tree.Read(file).AsSpan().Count('\n')
                      where lines > LongestFile
                      select $"{file} has {lines} lines; split it by noun (at most {LongestFile}).";
        var tooFull = from folder in files.Where(IsSource).GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal)
                      let nouns = folder.Select(Noun).Distinct(StringComparer.Ordinal).Count()
                      where nouns > FullestFolder
                      select $"{folder.Key} holds {nouns} nouns; sort them into folders (at most {FullestFolder}).";
        return [.. tooLong, .. tooFull];
    }

    private static bool IsSource(string file) => file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal) || file.StartsWith("bench/", StringComparison.Ordinal);

    // A noun may be told in several files: Today.razor, Today.razor.cs, Today.resx; PersonStore.cs, PersonStore.Lockout.cs.
    private static string Noun(string file) => Path.GetFileName(file).Split('.')[0];
}
