namespace Noroshi.Stix;

/// <summary>A word of a pattern.</summary>
/// <remarks><c>Text</c>: As written; of literals what stands between the quotes.</remarks>
internal readonly record struct PatternToken(TokenKind Kind, string Text, int Position)
{
    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Keyword && Text == text;

    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text '{Shorten(Text)}'",
        _ => $"'{Shorten(Text)}'",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
