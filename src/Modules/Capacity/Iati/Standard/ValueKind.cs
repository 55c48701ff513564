namespace Noroshi.Capacity.Iati.Standard;

/// <summary>What a value must be, in the words of XML Schema that the standard uses.</summary>
internal enum ValueKind : byte
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A day, optionally with a time zone.</summary>
    Date,

    /// <summary>A moment, optionally with a time zone.</summary>
    DateTime,

    /// <summary>A decimal number without exponent.</summary>
    Decimal,

    /// <summary><c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number, zero or more.</summary>
    NonNegativeInteger,

    /// <summary>A whole number, one or more.</summary>
    PositiveInteger,

    /// <summary>An address.</summary>
    Uri,

    /// <summary>A tag of a language, or nothing.</summary>
    Language,

    /// <summary>One word of name characters.</summary>
    NameToken,

    /// <summary><c>default</c> or <c>preserve</c>.</summary>
    Space,

    /// <summary>A name that stands once in a file.</summary>
    Id,
}
