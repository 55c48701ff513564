using System.Globalization;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>A stretch of time in microseconds since 1970, from inclusive, to exclusive, on whole minutes.</summary>
internal readonly record struct Span(long From, long To)
{
    internal const long Minute = 60_000_000;
    internal const long Day = 1440 * Minute;
    private const long Most = 7_258_118_400_000_000; // 2200-01-01

    internal bool IsEmpty => From >= To;

    internal bool IsWholeDays => !IsEmpty && From % Day == 0 && To % Day == 0;

    /// <summary>The same length, immediately before.</summary>
    internal Span Before => new(From - (To - From), From);

    internal static Span Of(DateTimeOffset from, DateTimeOffset to) => new(Ceil(Micros(from), Minute), Ceil(Micros(to), Minute));

    internal static long Micros(DateTimeOffset at) => Math.Clamp((at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, 0, Most);

    internal static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    internal static long Ceil(long micros, long width) => Floor(micros + width - 1, width);

    internal static long Floor(long micros, long width) => (long)Math.Floor((decimal)micros / width) * width;

    /// <summary>As a condition; numbers only, so that the engine can skip blocks by their statistics when it plans.</summary>
    internal string Sql() => string.Create(CultureInfo.InvariantCulture, $"minute >= make_timestamp({From}) AND minute < make_timestamp({To})");
}
