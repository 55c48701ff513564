namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A text in English and Japanese; what people enter may be in one of the two alone, and then the other is empty.</summary>
public readonly record struct Wording(string En, string Ja)
{
    /// <summary>The text in the language asked for, or in the other where there is none.</summary>
    public string In(bool japanese) => japanese ? Ja.Length > 0 ? Ja : En : En.Length > 0 ? En : Ja;

    /// <summary>The language of what <see cref="In"/> gives where it is not the one asked for: <c>en</c> or <c>ja</c>; else null.</summary>
    public string? OtherLanguage(bool japanese) => japanese ? Ja.Length == 0 && En.Length > 0 ? "en" : null : En.Length == 0 && Ja.Length > 0 ? "ja" : null;

    /// <summary>True where neither language has a text.</summary>
    public bool IsEmpty => En.Length == 0 && Ja.Length == 0;

    /// <summary>True where the search finds either text.</summary>
    public bool Holds(Func<string, bool> search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return search(En) || search(Ja);
    }
}
