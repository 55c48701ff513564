namespace Noroshi.Law.Features;

/// <summary>Reads the fields of a form one by one, so that everything wrong with it is said at once.</summary>
internal static class EntryField
{
    /// <summary>What was read; on a problem, the default, and the problem is added.</summary>
    internal static T? Try<T>(ICollection<WrongAskException> problems, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (WrongAskException problem)
        {
            problems.Add(problem);
            return default;
        }
    }

    /// <summary>A day that exists and is not after today.</summary>
    internal static DateOnly Day(string? typed, string field, DateOnly today)
    {
        var day = Asking.OptionalDay(typed, field) ?? throw new WrongAskException(field, $"'{field}' is missing.", "Write it as year-month-day, for example 2026-03-14.");
        return day <= today ? day : throw new WrongAskException(field, $"{LawVerb.Write(day)} has not come yet.", $"Give a day up to today ({LawVerb.Write(today)}, UTC).");
    }
}
