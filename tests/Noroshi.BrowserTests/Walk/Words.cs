using System.Text.RegularExpressions;
using System.Xml.Linq;
using Noroshi.BrowserTests.House;

namespace Noroshi.BrowserTests.Walk;

/// <summary>Tells languages apart, and text from the keys that stand for it.</summary>
internal static partial class Words
{
    private static readonly Lazy<IReadOnlySet<string>> Keys = new(ReadKeys);

    internal static bool IsJapanese(char letter) => letter is >= '぀' and <= 'ヿ' or >= '一' and <= '鿿';

    /// <summary>Resource keys that stand in a text where their value should; only keys of two words or more, which no text has.</summary>
    internal static IReadOnlyList<string> KeysIn(string text) => [.. Word().Matches(text).Select(static match => match.Value).Where(Keys.Value.Contains).Distinct()];

    private static HashSet<string> ReadKeys() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories)
            .SelectMany(static file => XDocument.Load(file).Root!.Elements("data"))
            .Select(static data => (string)data.Attribute("name")!)
            .Where(static key => Hump().Count(key) > 1),
    ];

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+\b")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Hump();
}
