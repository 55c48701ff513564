using System.Globalization;

namespace Noroshi.Observatory.Api;

/// <summary>Times in addresses: a UTC day (<c>2026-11-22</c>) or a UTC instant (<c>2026-11-22T08:00Z</c>), nothing else.</summary>
internal static class Instant
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm"];

    /// <summary>Reads a time; the form without <c>Z</c> is what a date-and-time field sends, and is UTC too.</summary>
    internal static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
        && instant.Year is >= 1990 and <= 2200;

    internal static string Write(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var format = utc.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : utc.Second == 0 ? "yyyy-MM-dd'T'HH:mm'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
        return utc.ToString(format, CultureInfo.InvariantCulture);
    }
}
