namespace Noroshi.Shell.ReferenceData;

/// <summary>The day it is, UTC, for questions that facts answer by the day.</summary>
internal static class TodayByClock
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
