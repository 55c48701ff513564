using System.Globalization;

namespace Noroshi.Exchange.Store;

/// <summary>Times of addition: microseconds since 1970, each given once, so that one number is both place and date.</summary>
internal static class Moments
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Microseconds of a time, rounded down.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of so many microseconds.</summary>
    public static DateTimeOffset Time(long moment) => new(DateTime.UnixEpoch.Ticks + (moment * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>As TAXII writes it, for example <c>2026-01-31T12:00:00.000000Z</c>.</summary>
    public static string Text(long moment) => Time(moment).ToString(Form, CultureInfo.InvariantCulture);
}
