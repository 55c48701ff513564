using System.Buffers.Text;
using System.Globalization;

namespace Noroshi.Stix;

/// <summary>A STIX timestamp: an RFC 3339 instant in UTC with as many decimal places as were written, eighteen of which count.</summary>
/// <param name="Seconds">Since 1970-01-01T00:00:00Z.</param>
/// <param name="Attoseconds">Within the second.</param>
public readonly record struct StixInstant(long Seconds, ulong Attoseconds) : IComparable<StixInstant>
{
    private const int Digits = 18;

    /// <summary>Reads <c>YYYY-MM-DDTHH:MM:SS[.s…]Z</c>; the day must exist.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="instant">What was read.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out StixInstant instant) => TryParse(text, out instant, out var dayExists) && dayExists;

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out StixInstant)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out StixInstant instant)
    {
        instant = default;
        if (text.Length > 60) return false;
        Span<byte> bytes = stackalloc byte[60];
        return System.Text.Ascii.FromUtf16(text, bytes, out var written) == System.Buffers.OperationStatus.Done && TryParse(bytes[..written], out instant);
    }

    /// <inheritdoc/>
    public int CompareTo(StixInstant other) => Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Attoseconds.CompareTo(other.Attoseconds);

    /// <summary>The seconds from one instant to a later one, as a number; negative when it is earlier.</summary>
    public double SecondsSince(StixInstant earlier) => (Seconds - earlier.Seconds) + (((double)Attoseconds - earlier.Attoseconds) / 1e18);

    /// <inheritdoc/>
    public override string ToString()
    {
        var fraction = Attoseconds.ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0');
        return DateTimeOffset.FromUnixTimeSeconds(Seconds).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (fraction.Length == 0 ? "" : "." + fraction) + "Z";
    }

    public static bool operator <(StixInstant left, StixInstant right) => left.CompareTo(right) < 0;

    public static bool operator >(StixInstant left, StixInstant right) => left.CompareTo(right) > 0;

    public static bool operator <=(StixInstant left, StixInstant right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StixInstant left, StixInstant right) => left.CompareTo(right) >= 0;

    /// <summary>As above, but a day that its month does not have is well-formed and only reported.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out StixInstant instant, out bool dayExists)
    {
        (instant, dayExists) = (default, false);
        if (text.Length < 20 || text[^1] != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)) return false;
        if (!Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second)) return false;
        // A leap second (60) is allowed by RFC 3339.
        if (month is < 1 or > 12 || day is < 1 or > 31 || hour > 23 || minute > 59 || second > 60) return false;
        if (!Fraction(text[19..^1], out var attoseconds)) return false;
        dayExists = year > 0 && day <= DateTime.DaysInMonth(year, month);
        if (dayExists) instant = new StixInstant((new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond + second, attoseconds);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            value = (value * 10) + digit - '0';
        }

        return true;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, out ulong attoseconds)
    {
        attoseconds = 0;
        if (text.IsEmpty) return true;
        if (text[0] != '.' || text.Length == 1 || text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        var counted = text[1..Math.Min(text.Length, Digits + 1)];
        if (!Utf8Parser.TryParse(counted, out attoseconds, out _)) return false;
        for (var missing = Digits - counted.Length; missing > 0; missing--) attoseconds *= 10;
        return true;
    }
}
