using System.Text;

namespace Noroshi.Shell.Asking;

/// <summary>Reads what people type into entries: whole characters, of a length that is kept, none that hides or turns round what is read.</summary>
public static class EntryText
{
    /// <summary>Characters that a text of several lines may have.</summary>
    public const int LongestStatement = 4000;

    /// <summary>Characters that one line may have.</summary>
    public const int LongestLine = 300;

    /// <summary>Characters that a source or an address may have.</summary>
    public const int LongestReference = 1000;

    /// <summary>Trimmed, with plain line ends; empty only where it may be.</summary>
    /// <exception cref="WrongAskException">It is missing, too long, or holds what is not text.</exception>
    public static string Read(string? typed, string field, int longest, bool lines = false, bool optional = false)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0 && !optional) throw new WrongAskException(field, $"'{field}' is missing.", "Fill it in.");
        if (text.Length > longest) throw new WrongAskException(field, $"'{field}' has {text.Length} characters.", $"Use at most {longest}.");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\t')) || TurnsRound(rune.Value))
                throw new WrongAskException(field, $"'{field}' holds a character that is no text (U+{rune.Value:X4}).", lines ? "Take it out." : "Write it in one line, without control characters.");
        }

        return text;
    }

    /// <summary>Marks that make text read in another order than it is kept.</summary>
    private static bool TurnsRound(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
