namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A text in English and Japanese; what people enter may be in one of the two alone, and then the other is empty.</summary>
internal readonly record struct Wording
{
    // Null stands for empty, so that the default is no text, and equal to it.
    private readonly string? _en;
    private readonly string? _ja;

    /// <summary>A text in both languages, one of which may be empty.</summary>
    public Wording(string en, string ja) => (_en, _ja) = (string.IsNullOrEmpty(en) ? null : en, string.IsNullOrEmpty(ja) ? null : ja);

    /// <summary>In English, or empty.</summary>
    public string En => _en ?? "";

    /// <summary>In Japanese, or empty.</summary>
    public string Ja => _ja ?? "";

    /// <summary>True where neither language has a text.</summary>
    public bool IsEmpty => _en is null && _ja is null;

    /// <summary>The text in the language asked for, or in the other where there is none.</summary>
    public string In(bool japanese) => (japanese ? _ja ?? _en : _en ?? _ja) ?? "";

    /// <summary>The language of what <see cref="In"/> gives where it is not the one asked for: <c>en</c> or <c>ja</c>; else null.</summary>
    public string? OtherLanguage(bool japanese) => japanese ? _ja is null && _en is not null ? "en" : null : _en is null && _ja is not null ? "ja" : null;

    /// <summary>True where the search finds either text.</summary>
    public bool Holds(Func<string, bool> search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return search(En) || search(Ja);
    }
}
