using System.Globalization;

namespace Noroshi.Law.Domain;

/// <summary>The offences that an instrument defines from one article to another, written <c>ETS185_2_11</c>.</summary>
internal readonly record struct OffenceSet(string Instrument, int First, int Last)
{
    public static bool TryParse(string text, out OffenceSet set)
    {
        set = default;
        var parts = text.Split('_');
        if (parts.Length != 3 || parts[0].Length == 0 || !Number(parts[1], out var first) || !Number(parts[2], out var last) || last < first) return false;
        set = new OffenceSet(parts[0], first, last);
        return true;

        static bool Number(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether an article (<c>9</c>, <c>2(h)</c>, <c>14(2)(c);25(1)</c>) of the instrument defines an offence of the set: only a whole article does.</summary>
    public bool Holds(string article) => int.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= First && number <= Last;
}
