using System.Runtime.CompilerServices;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads times from bytes as microseconds since 1970; nothing is guessed, a time without a zone is taken as UTC.</summary>
internal static class TimeText
{
    /// <summary>The last microsecond of the year 9999.</summary>
    public const long Latest = 253402300799_999999;

    private const long MicrosPerDay = 86_400_000_000;

    /// <summary>Seconds since 1970 with an optional fraction.</summary>
    public static bool TryReadEpochSeconds(ReadOnlySpan<byte> text, out long micros) =>
        NumberText.TryReadScaled(text, 6, out micros) && micros <= Latest;

    /// <summary><c>2026-11-22T18:30:00.123456+0900</c>, with <c>T</c> or a blank, any number of decimals, <c>Z</c>, <c>±hhmm</c>, <c>±hh:mm</c> or no zone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadIso(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ') || text[13] != ':' || text[16] != ':') return false;
        uint bad = 0;
        var year = (int)((100 * Two(text, 0, ref bad)) + Two(text, 2, ref bad));
        var month = (int)Two(text, 5, ref bad);
        var day = (int)Two(text, 8, ref bad);
        var hour = Two(text, 11, ref bad);
        var minute = Two(text, 14, ref bad);
        var second = Two(text, 17, ref bad);
        // A leap second is counted into the next minute, as POSIX time does.
        if (bad != 0 || year < 1970 || month is < 1 or > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return false;
        if (day > 28 && day > DateTime.DaysInMonth(year, month)) return false;
        var at = 19;
        long fraction = 0;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',')
        {
            var places = 0;
            for (at++; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
            {
                if (places == 6) continue;
                fraction = (fraction * 10) + (text[at] - '0');
                places++;
            }

            if (places == 0) return false;
            for (; places < 6; places++) fraction *= 10;
        }

        if (!TryReadZone(text[at..], out var zoneMinutes)) return false;
        micros = (DaysSince1970(year, month, day) * MicrosPerDay)
            + ((((hour * 60) + minute - (long)zoneMinutes) * 60) + second) * 1_000_000
            + fraction;
        return micros is >= 0 and <= Latest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadZone(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')) return true;
        if (text.Length is not (5 or 6) || text[0] is not ((byte)'+' or (byte)'-')) return false;
        if (text.Length == 6 && text[3] != ':') return false;
        uint bad = 0;
        var hours = Two(text, 1, ref bad);
        var rest = Two(text, text.Length - 2, ref bad);
        if (bad != 0 || hours > 18 || rest > 59) return false;
        minutes = (int)((hours * 60) + rest);
        if (text[0] == '-') minutes = -minutes;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Two(ReadOnlySpan<byte> text, int at, ref uint bad)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        if (tens > 9 || ones > 9) bad = 1;
        return (tens * 10) + ones;
    }

    /// <summary>Days of the proleptic Gregorian calendar, counting years from March so that the leap day is the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long DaysSince1970(int year, int month, int day)
    {
        if (month <= 2) year--;
        var era = year / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097L) + dayOfEra - 719_468;
    }
}
