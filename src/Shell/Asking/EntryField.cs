namespace Noroshi.Shell.Asking;

/// <summary>Reads the fields of a form one by one, so that everything wrong with it is said at once.</summary>
public static class EntryField
{
    /// <summary>What was read; on a problem, the default, and the problem is added.</summary>
    public static T? Try<T>(ICollection<WrongAskException> problems, Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(read);
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
}
