using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Noroshi.Tests.Architecture;

/// <summary>English and Japanese are equals: every text and every page of the documentation is there in both.</summary>
internal static partial class LanguageRule
{
    internal static IReadOnlyList<string> Violations(SourceTree tree) => [.. Texts(tree), .. Documents(tree)];

    private static IEnumerable<string> Texts(SourceTree tree)
    {
        foreach (var file in tree.Files(".resx").Where(file => file.StartsWith("src/", StringComparison.Ordinal)))
        {
            var isJapanese = file.EndsWith(".ja.resx", StringComparison.Ordinal);
            var other = isJapanese ? file[..^".ja.resx".Length] + ".resx" : file[..^".resx".Length] + ".ja.resx";
            if (!tree.Has(other))
            {
                yield return $"{file} has no {Path.GetFileName(other)} beside it.";
                continue;
            }
            var (ours, theirs) = (Entries(tree.Read(file)), Entries(tree.Read(other)));
            foreach (var (key, text) in ours)
            {
                if (string.IsNullOrWhiteSpace(text))
                    yield return $"{file}: '{key}' is empty.";
                else if (!theirs.TryGetValue(key, out var translated))
                    yield return $"{other} lacks '{key}', which {Path.GetFileName(file)} has.";
                else if (!isJapanese && !Placeholders(text).SetEquals(Placeholders(translated)))
                    yield return $"{other}: '{key}' fills in other values than {Path.GetFileName(file)}.";
            }
        }
    }

    private static IEnumerable<string> Documents(SourceTree tree)
    {
        foreach (var page in tree.Files(".md"))
        {
            var other = page.StartsWith("docs/en/", StringComparison.Ordinal) ? "docs/ja/" + page["docs/en/".Length..]
                : page.StartsWith("docs/ja/", StringComparison.Ordinal) ? "docs/en/" + page["docs/ja/".Length..] : null;
            if (other is not null && !tree.Has(other))
                yield return $"{page} has no {other}.";
        }
    }

    private static Dictionary<string, string> Entries(string resx) => XDocument.Parse(resx).Root!.Elements("data")
        .GroupBy(entry => entry.Attribute("name")!.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\{)\{(\d+)")]
    private static partial Regex Placeholder();
}
