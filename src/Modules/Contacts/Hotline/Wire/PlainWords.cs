using System.Text;

namespace Noroshi.Contacts.Hotline;

/// <summary>What may stand in a text that another state will read: whole characters, none that hides or turns round what is read.</summary>
internal static class PlainWords
{
    /// <summary>Trimmed, with plain line ends.</summary>
    /// <exception cref="WrongContentException">It is missing, too long, or holds what is not text.</exception>
    internal static string Read(string? typed, string field, int longest, bool lines = false, bool optional = false)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0 && !optional) throw new WrongContentException(field, WrongContentException.Missing, $"'{field}' is missing.");
        if (text.Length > longest) throw new WrongContentException(field, WrongContentException.TooLong, $"'{field}' has {text.Length} characters; at most {longest} are taken.");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\t')) || TurnsRound(rune.Value))
                throw new WrongContentException(field, WrongContentException.NotText, $"'{field}' holds a character that is no text (U+{rune.Value:X4}).");
        }

        return text;
    }

    /// <summary>Marks that make text read in another order than it is kept.</summary>
    private static bool TurnsRound(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
