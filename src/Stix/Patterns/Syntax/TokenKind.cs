namespace Noroshi.Stix;

/// <summary>The words of the patterning language.</summary>
internal enum TokenKind
{
    End,
    Name,
    HyphenName,
    Keyword,
    Text,
    Integer,
    Float,
    Hex,
    Binary,
    Timestamp,
    Symbol,
}
