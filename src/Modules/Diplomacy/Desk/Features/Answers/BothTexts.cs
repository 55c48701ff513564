using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>A text in both languages as JSON; null for a language in which there is none.</summary>
internal sealed record BothTexts(string? En, string? Ja)
{
    /// <summary>Null where there is no text at all.</summary>
    internal static BothTexts? Of(Wording wording) => wording.IsEmpty ? null : new(Said(wording.En), Said(wording.Ja));

    internal static string? Said(string text) => text.Length == 0 ? null : text;
}
