using System.Globalization;
using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Finds what was typed in texts of either language, whatever the case, width or kana.</summary>
internal sealed record TextSearch(string Text)
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;

    internal static TextSearch Of(string? typed) => new((typed ?? "").Trim() is var text && text.Length > 80 ? text[..80] : text);

    internal bool IsEmpty => Text.Length == 0;

    internal bool Finds(string text) => IsEmpty || CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Text, Options) >= 0;

    internal bool Finds(params ReadOnlySpan<Wording> texts)
    {
        foreach (var text in texts)
        {
            if (text.Holds(Finds)) return true;
        }

        return IsEmpty;
    }
}
