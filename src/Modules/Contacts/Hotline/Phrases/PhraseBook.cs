using System.Text.RegularExpressions;

namespace Noroshi.Contacts.Hotline;

/// <summary>The standard wordings and the node's own.</summary>
internal sealed partial class PhraseBook(SettingRecords records)
{
    /// <summary>Longest value of a part that is filled in.</summary>
    internal const int LongestPart = 200;

    internal async Task<IReadOnlyList<Phrase>> AllAsync(CancellationToken cancel) => [.. StandardPhrases.All, .. await records.PhrasesAsync(cancel)];

    /// <summary>The parts of a phrase that are to be filled in, each once, in order.</summary>
    internal static IReadOnlyList<string> Parts(Phrase phrase) => [.. Part().Matches(phrase.TextJa + phrase.TextEn).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Fills parts in; those without a value keep their braces.</summary>
    internal static string Fill(string text, Func<string, string?> valueOf) => Part().Replace(text, match => valueOf(match.Groups[1].Value) is { Length: > 0 } value ? value : match.Value);

    /// <summary>Whether a part still has its braces.</summary>
    internal static bool HasOpenPart(string text) => Part().IsMatch(text);

    [GeneratedRegex(@"\{([a-z][a-z0-9-]{0,30})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
