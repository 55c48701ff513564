namespace Noroshi.Kernel;

/// <summary>When something happened: a day, a month or year known only so far, or a window of which only the ends are known.</summary>
public readonly record struct EventDate(PartialDate From, PartialDate To)
{
    /// <summary>A date without a window around it.</summary>
    public EventDate(PartialDate date)
        : this(date, date)
    {
    }

    /// <summary>True when the day itself is known.</summary>
    public bool IsExact => From.IsExact && From == To;

    /// <summary>The first day it can have been.</summary>
    public DateOnly First => From.First;

    /// <summary>The last day it can have been.</summary>
    public DateOnly Last => To.Last;

    /// <summary>Whether it had happened by the end of the day; unknown inside the window.</summary>
    public Truth HappenedBy(DateOnly day) => day >= Last ? Truth.Yes : day < First ? Truth.No : Truth.Unknown;

    /// <summary>Reads <c>2012-07-03</c>, <c>2012-07</c>, <c>2012</c> or a window <c>2024-04-19/2024-04-30</c> whose end is not before its beginning.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EventDate date)
    {
        date = default;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!PartialDate.TryParse(text, out var single)) return false;
            date = new EventDate(single);
            return true;
        }

        if (!PartialDate.TryParse(text[..slash], out var from) || !PartialDate.TryParse(text[(slash + 1)..], out var to) || to.Last <= from.First) return false;
        date = new EventDate(from, to);
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is neither a date nor a window.</exception>
    public static EventDate Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date such as 2012-07-03 or a window such as 2024-04-19/2024-04-30.");

    /// <summary>The form it was read from.</summary>
    public override string ToString() => From == To ? From.ToString() : $"{From}/{To}";
}
