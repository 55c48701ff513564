using System.Text.RegularExpressions;

namespace Noroshi.Tests.Documentation;

/// <summary>The pages of the source tree and what stands in them.</summary>
internal static partial class Pages
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ReferenceData.ReferenceFolderOfTheTree.Path, ".."));

    /// <summary>Pages of one language, as paths below its folder.</summary>
    public static IReadOnlyList<string> In(string language) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "docs", language), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "docs", language), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>Every page that people read: docs, and the README of each folder.</summary>
    public static IEnumerable<string> All() =>
        new[] { "docs", "src", "data", "bench" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Root, "README.md"))
            .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal));

    public static string Read(string language, string page) => File.ReadAllText(Path.Combine(Root, "docs", language, page));

    /// <summary>The fenced blocks of one kind, without their fences.</summary>
    public static IEnumerable<string> Blocks(string text, string kind) =>
        Fence().Matches(text).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["body"].Value);

    /// <summary>Targets of links, without those of pictures.</summary>
    public static IEnumerable<string> Links(string text) => Link().Matches(Fence().Replace(text, "")).Select(match => match.Groups["target"].Value);

    /// <summary>Levels of the headings, in order.</summary>
    public static string Outline(string text) => string.Join(' ', Heading().Matches(Fence().Replace(text, "")).Select(match => match.Groups["level"].Length));

    [GeneratedRegex("^```(?<kind>[a-z]*)\\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^(?<level>#{1,6}) ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
