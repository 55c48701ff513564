namespace Noroshi.Contacts.Hotline;

/// <summary>A prepared wording in both languages; parts in braces, for example <c>{system}</c>, are filled in by whoever sends.</summary>
internal sealed record Phrase
{
    public string Id { get; init; } = "";

    /// <summary>Word of the class it is for.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Word of the precedence it is usually sent with.</summary>
    public string Urgency { get; init; } = "";

    public string TitleJa { get; init; } = "";

    public string TitleEn { get; init; } = "";

    public string TextJa { get; init; } = "";

    public string TextEn { get; init; } = "";

    internal BothLanguages Title => new(TitleJa, TitleEn);
}
