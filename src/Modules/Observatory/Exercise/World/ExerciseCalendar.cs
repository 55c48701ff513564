namespace Noroshi.Observatory.Exercise;

/// <summary>The fourteen days of the exercise, in microseconds since 1970, UTC.</summary>
internal static class ExerciseCalendar
{
    public const int Days = 14;

    public const long Second = 1_000_000;

    public const long Hour = 3600 * Second;

    public const long Day = 24 * Hour;

    /// <summary>2026-03-01T00:00:00Z.</summary>
    public static readonly DateTimeOffset First = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Exclusive end, 2026-03-15T00:00:00Z.</summary>
    public static readonly DateTimeOffset End = First.AddDays(Days);

    /// <summary>How busy each local hour is.</summary>
    private static readonly int[] Rhythm = [6, 5, 4, 4, 4, 5, 6, 8, 10, 12, 13, 13, 12, 13, 14, 14, 13, 12, 11, 11, 11, 10, 9, 7];

    public static long StartOf(int day) => (First.ToUnixTimeSeconds() * Second) + (day * Day);

    /// <summary>The date of a day, for file names.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDateTime(First.UtcDateTime).AddDays(day);

    /// <summary>A moment of a UTC day, likelier when people of that place are awake.</summary>
    public static long Moment(Dice dice, int day, int utcOffset)
    {
        var local = dice.Weighted(Rhythm);
        var hour = (local - utcOffset + 48) % 24;
        return StartOf(day) + (hour * Hour) + ((long)(dice.Next() >> 11) % Hour);
    }
}
