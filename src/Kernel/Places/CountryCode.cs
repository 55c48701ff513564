namespace Noroshi.Kernel;

/// <summary>An ISO 3166-1 alpha-2 code in two bytes; <c>default</c> is "unknown", written as an empty string.</summary>
/// <remarks>Being well formed does not mean being assigned: the list of states is reference data (data/states).</remarks>
public readonly record struct CountryCode : IComparable<CountryCode>
{
    private CountryCode(ushort packed) => Packed = packed;

    /// <summary>The two letters packed big-endian; 0 when unknown. This is also how stores keep it.</summary>
    public ushort Packed { get; }

    /// <summary>The code for "not known".</summary>
    public static CountryCode Unknown => default;

    public bool IsKnown => Packed != 0;

    /// <summary>Rebuilds a code from <see cref="Packed"/>.</summary>
    public static CountryCode FromPacked(ushort packed) => new(packed);

    /// <summary>Reads two ASCII letters, either case; anything else is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CountryCode code)
    {
        code = default;
        if (text.Length != 2 || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1])) return false;
        code = new CountryCode((ushort)((char.ToUpperInvariant(text[0]) << 8) | char.ToUpperInvariant(text[1])));
        return true;
    }

    /// <summary>Reads two ASCII letters.</summary>
    /// <exception cref="FormatException">The text is not two ASCII letters.</exception>
    public static CountryCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a two-letter country code (ISO 3166-1 alpha-2), for example JP.");

    /// <inheritdoc/>
    public int CompareTo(CountryCode other) => Packed.CompareTo(other.Packed);

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? string.Create(2, Packed, static (span, packed) =>
    {
        span[0] = (char)(packed >> 8);
        span[1] = (char)(packed & 0xFF);
    }) : string.Empty;

    public static bool operator <(CountryCode left, CountryCode right) => left.Packed < right.Packed;

    public static bool operator >(CountryCode left, CountryCode right) => left.Packed > right.Packed;

    public static bool operator <=(CountryCode left, CountryCode right) => left.Packed <= right.Packed;

    public static bool operator >=(CountryCode left, CountryCode right) => left.Packed >= right.Packed;
}
