using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Whether a value is of its kind, decided on its bytes; XML Schema Part 2 says what each kind is.</summary>
internal static class IatiValue
{
    private static readonly SearchValues<byte> _plainAddress = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/"u8);

    internal static bool Is(ValueKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        ValueKind.Text or ValueKind.Id => true,
        ValueKind.Date => TryDate(value, out _),
        ValueKind.DateTime => IsDateTime(XmlCharacters.Trim(value)),
        ValueKind.Decimal => IsDecimal(XmlCharacters.Trim(value)),
        ValueKind.Boolean => XmlCharacters.Trim(value) is [(byte)'0' or (byte)'1'] or [(byte)'t', (byte)'r', (byte)'u', (byte)'e'] or [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e'],
        ValueKind.Int => IsInteger(XmlCharacters.Trim(value)) && int.TryParse(XmlCharacters.Trim(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ValueKind.NonNegativeInteger => IsInteger(XmlCharacters.Trim(value)) && (XmlCharacters.Trim(value)[0] != '-' || !XmlCharacters.Trim(value).ContainsAnyInRange((byte)'1', (byte)'9')),
        ValueKind.PositiveInteger => IsInteger(XmlCharacters.Trim(value)) && XmlCharacters.Trim(value)[0] != '-' && XmlCharacters.Trim(value).ContainsAnyInRange((byte)'1', (byte)'9'),
        ValueKind.Uri => IsUri(value),
        ValueKind.Language => value.IsEmpty || IsLanguage(XmlCharacters.Trim(value)),
        ValueKind.NameToken => IsNameToken(XmlCharacters.Trim(value)),
        ValueKind.Space => XmlCharacters.Trim(value).SequenceEqual("default"u8) || XmlCharacters.Trim(value).SequenceEqual("preserve"u8),
        _ => false,
    };

    /// <summary>What a kind is, in words for a message.</summary>
    internal static string Wanted(ValueKind kind) => kind switch
    {
        ValueKind.Date => "a day such as 2026-03-31",
        ValueKind.DateTime => "a moment such as 2026-03-31T09:00:00Z",
        ValueKind.Decimal => "a number such as 1250000.50, without thousands separators, blanks or currency",
        ValueKind.Boolean => "true, false, 1 or 0",
        ValueKind.Int => "a whole number",
        ValueKind.NonNegativeInteger => "a whole number, zero or more",
        ValueKind.PositiveInteger => "a whole number, one or more",
        ValueKind.Uri => "an address such as https://example.org/document.pdf",
        ValueKind.Language => "the tag of a language such as en or ja",
        ValueKind.NameToken => "one word of letters, digits, '.', '-', '_' or ':'",
        ValueKind.Space => "default or preserve",
        _ => "a text",
    };

    /// <summary>Reads a day; its number counts days from the year 1.</summary>
    internal static bool TryDate(ReadOnlySpan<byte> value, out int day)
    {
        value = XmlCharacters.Trim(value);
        day = 0;
        return TryDay(value, out day) && (value.Length == 10 || IsZone(value[10..]));
    }

    private static bool TryDay(ReadOnlySpan<byte> value, out int day)
    {
        day = 0;
        if (value.Length < 10 || value[4] != '-' || value[7] != '-') return false;
        var (year, month, date) = (Number(value[..4]), Number(value.Slice(5, 2)), Number(value.Slice(8, 2)));
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date).DayNumber;
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static bool IsZone(ReadOnlySpan<byte> zone) => zone is [(byte)'Z']
        || (zone.Length == 6 && zone[0] is (byte)'+' or (byte)'-' && zone[3] == ':'
            && (Number(zone[1..3]), Number(zone[4..])) is ( >= 0 and <= 13, >= 0 and <= 59) or (14, 0));

    private static bool IsDateTime(ReadOnlySpan<byte> value)
    {
        if (!TryDay(value, out _) || value.Length < 19 || value[10] != 'T' || value[13] != ':' || value[16] != ':') return false;
        var (hour, minute, second) = (Number(value.Slice(11, 2)), Number(value.Slice(14, 2)), Number(value.Slice(17, 2)));
        var rest = value[19..];
        var isMidnight = true;
        if (rest.Length > 0 && rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : rest.Length - 1;
            if (digits == 0) return false;
            isMidnight = !rest.Slice(1, digits).ContainsAnyExcept((byte)'0');
            rest = rest[(digits + 1)..];
        }

        var isTime = hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59;
        return (isTime || ((hour, minute, second) is (24, 0, 0) && isMidnight)) && (rest.IsEmpty || IsZone(rest));
    }

    private static bool IsDecimal(ReadOnlySpan<byte> value)
    {
        var body = value.Length > 0 && value[0] is (byte)'+' or (byte)'-' ? value[1..] : value;
        var whole = body.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (whole < 0) return body.Length is > 0 and <= 28 || (body.Length > 28 && Fits(value));
        if (body[whole] != '.' || body.Length == 1 || body[(whole + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        return body.Length <= 29 || Fits(value);
    }

    // Amounts that no decimal of the platform can hold are refused, as its own schema reader does.
    private static bool Fits(ReadOnlySpan<byte> value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsInteger(ReadOnlySpan<byte> value)
    {
        var body = value.Length > 0 && value[0] is (byte)'+' or (byte)'-' ? value[1..] : value;
        return body.Length > 0 && !body.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (body.Length <= 28 || Fits(value));
    }

    private static bool IsUri(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return true;
        if (value.StartsWith("http"u8) && value.Length is > 12 and < 2000 && IsPlainAddress(value[(value[4] == 's' ? 5 : 4)..])) return true;
        var trimmed = XmlCharacters.Trim(value);
        return !trimmed.IsEmpty && trimmed.IndexOf("##"u8) < 0 && System.Uri.TryCreate(Encoding.UTF8.GetString(trimmed), UriKind.RelativeOrAbsolute, out _);
    }

    // Most addresses are plain; only the others are worth a parser.
    private static bool IsPlainAddress(ReadOnlySpan<byte> rest) => rest.StartsWith("://"u8) && char.IsAsciiLetter((char)rest[3]) && !rest[3..].ContainsAnyExcept(_plainAddress)
        && rest[3..].IndexOf((byte)'/') is var slash && (slash < 0 ? rest[3..] : rest.Slice(3, slash)) is var host
        && host.Length < 64 && host.IndexOf(".."u8) < 0 && !host.ContainsAny("_~"u8) && host.IndexOf(".-"u8) < 0 && host.IndexOf("-."u8) < 0 && host[^1] is not ((byte)'.' or (byte)'-');

    private static bool IsLanguage(ReadOnlySpan<byte> value)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var dash = value.IndexOf((byte)'-');
            var part = dash < 0 ? value : value[..dash];
            if (part.Length is < 1 or > 8) return false;
            foreach (var one in part) if (!char.IsAsciiLetter((char)one) && (isFirst || !char.IsAsciiDigit((char)one))) return false;
            if (dash < 0) return true;
            value = value[(dash + 1)..];
        }
    }

    private static bool IsNameToken(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return false;
        foreach (var one in Encoding.UTF8.GetString(value)) if (one != ':' && !XmlConvert.IsNCNameChar(one)) return false;
        return true;
    }
}
