namespace Noroshi.Law.Domain;

/// <summary>How a deposit leads to entry into force: on the first day of the month after so many months, or after so many days.</summary>
/// <param name="Count">For example 3.</param>
/// <param name="InMonths">True for months and the first day of the next month (Art. 36(4) of ETS 185), false for days.</param>
internal readonly record struct EntryWait(int Count, bool InMonths)
{
    /// <summary>The day on which a state that deposited on this day is bound.</summary>
    public DateOnly After(DateOnly deposit)
    {
        if (!InMonths) return deposit.AddDays(Count);
        var expired = deposit.AddMonths(Count); // AddMonths ends on the last day of a shorter month, as a period of months does
        return new DateOnly(expired.Year, expired.Month, 1).AddMonths(1);
    }
}
