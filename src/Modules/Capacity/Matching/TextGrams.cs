using System.Globalization;
using System.Text;

namespace Noroshi.Capacity.Matching;

/// <summary>
/// The runs of three letters in a text, whatever its case, width, accents and punctuation: alike texts share many. Of Chinese characters and kana, which say more each, runs of two.
/// </summary>
internal sealed class TextGrams
{
    private const char FirstOfEastAsia = '\u2E80';

    private readonly Dictionary<string, int> _counts;

    private TextGrams(Dictionary<string, int> counts) => _counts = counts;

    /// <summary>Each run and how often it stands in the text.</summary>
    internal IReadOnlyDictionary<string, int> Counts => _counts;

    internal static TextGrams Of(string text)
    {
        var plain = Plain(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at + 2 <= plain.Length; at++)
        {
            var (first, second) = (plain[at] >= FirstOfEastAsia, plain[at + 1] >= FirstOfEastAsia);
            var length = first && second ? 2 : first || second || at + 3 > plain.Length || plain[at + 2] >= FirstOfEastAsia ? 0 : 3;
            if (length == 0) continue;
            var gram = plain.Substring(at, length);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return new TextGrams(counts);
    }

    /// <summary>Shared runs as a part of all, from 0 to 1 (Dice).</summary>
    internal double Likeness(TextGrams other)
    {
        if (_counts.Count == 0 || other._counts.Count == 0) return 0;
        var (small, large) = _counts.Count <= other._counts.Count ? (this, other) : (other, this);
        return 2.0 * small._counts.Keys.Count(large._counts.ContainsKey) / (small._counts.Count + large._counts.Count);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) plain.Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && plain[^1] != ' ') plain.Append(' ');
        }

        if (plain[^1] != ' ') plain.Append(' ');
        return plain.ToString();
    }
}
