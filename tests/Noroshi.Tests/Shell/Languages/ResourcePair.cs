using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Noroshi.Tests.Shell.Languages;

/// <summary>The English and the Japanese resources of one name, and what is wrong between them.</summary>
internal sealed partial record ResourcePair(string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Japanese)
{
    internal static ResourcePair Read(string englishFile) => new(
        Path.GetFileNameWithoutExtension(englishFile),
        Values(englishFile),
        Values(Path.ChangeExtension(englishFile, ".ja.resx")));

    internal IEnumerable<string> Complaints()
    {
        foreach (var key in English.Keys.Union(Japanese.Keys).Order(StringComparer.Ordinal))
        {
            var english = English.GetValueOrDefault(key);
            var japanese = Japanese.GetValueOrDefault(key);
            if (english is null) yield return $"{Name}: '{key}' is missing in English";
            else if (japanese is null) yield return $"{Name}: '{key}' is missing in Japanese";
            else if (string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(japanese)) yield return $"{Name}: '{key}' is empty";
            else if (!Placeholders(english).SetEquals(Placeholders(japanese))) yield return $"{Name}: '{key}' has other placeholders in Japanese";
        }
    }

    /// <summary>Whether a key asked for is there; <c>Prefix*</c> asks for any key that begins so.</summary>
    internal bool Holds(string key) => key.EndsWith('*') ? English.Keys.Any(known => known.StartsWith(key[..^1], StringComparison.Ordinal)) : English.ContainsKey(key);

    private static HashSet<string> Placeholders(string value) => [.. Placeholder().Matches(value).Select(static match => match.Groups[1].Value)];

    private static Dictionary<string, string> Values(string file) => !File.Exists(file) ? [] : XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(static data => (string)data.Attribute("name")!, static data => (string?)data.Element("value") ?? "");

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Placeholder();
}
