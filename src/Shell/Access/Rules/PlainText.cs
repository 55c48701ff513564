using System.Text;

namespace Noroshi.Shell.Access;

/// <summary>What may stand in a name: whole characters, none that only control devices. PostgreSQL keeps neither.</summary>
internal static class PlainText
{
    public static bool Fits(string? text, int longest) =>
        !string.IsNullOrWhiteSpace(text)
        && text.Trim().Length <= longest
        && !text.Any(char.IsControl)
        && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
