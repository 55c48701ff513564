using System.Globalization;
using System.Text.Json;

namespace Noroshi.Exchange.Misp;

/// <summary>The times of MISP: whole seconds since 1970 as text or number, or RFC 3339 for what was seen.</summary>
internal static class MispTime
{
    private const long Last = 253_402_300_799;

    /// <summary>Reads seconds since 1970 up to the year 9999.</summary>
    public static bool TryRead(JsonElement value, out DateTimeOffset time)
    {
        time = default;
        long seconds;
        if (value.ValueKind == JsonValueKind.String)
        {
            if (!long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out seconds)) return false;
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out seconds))
        {
            return false;
        }

        if (seconds is < 0 or > Last) return false;
        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    /// <summary>Reads when something was seen: RFC 3339, or seconds; null when it is neither.</summary>
    public static DateTimeOffset? Seen(JsonElement value)
    {
        if (TryRead(value, out var seconds)) return seconds;
        return value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) && time.Year > 1 ? time : null;
    }

    /// <summary>As STIX writes it, with milliseconds.</summary>
    public static string Stix(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>As MISP writes it, seconds in a text.</summary>
    public static string Misp(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
