using System.Globalization;

namespace Noroshi.Contacts.Domain;

/// <summary>Open on one day of the week; where the end is not after the beginning it lies on the next day.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">Minutes after midnight, 0 to 1439.</param>
/// <param name="To">Minutes after midnight, 1 to 1440.</param>
internal readonly record struct WeeklySpan(DayOfWeek Day, int From, int To)
{
    internal bool CrossesMidnight => To <= From;

    /// <summary><c>09:00-17:30</c>.</summary>
    internal string Times => string.Create(CultureInfo.InvariantCulture, $"{From / 60:00}:{From % 60:00}-{To / 60:00}:{To % 60:00}");
}
