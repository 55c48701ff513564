namespace Noroshi.Law.Features;

/// <summary>Reads the day of an entry.</summary>
internal static class EntryDay
{
    /// <summary>A day that exists and is not after today.</summary>
    internal static DateOnly Read(string? typed, string field, DateOnly today)
    {
        var day = Asking.OptionalDay(typed, field) ?? throw new WrongAskException(field, $"'{field}' is missing.", "Write it as year-month-day, for example 2026-03-14.");
        return day <= today ? day : throw new WrongAskException(field, $"{LawVerb.Write(day)} has not come yet.", $"Give a day up to today ({LawVerb.Write(today)}, UTC).");
    }
}
