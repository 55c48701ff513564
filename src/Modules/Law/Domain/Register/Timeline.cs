namespace Noroshi.Law.Domain;

/// <summary>How the numbers of an instrument grew: at the end of each year and on the day asked for.</summary>
internal static class Timeline
{
    /// <summary>The numbers on one day.</summary>
    /// <remarks>
    /// <c>Uncertain</c>: States of which the records do not tell, counted by deposit.
    /// </remarks>
    internal sealed record Point(DateOnly On, int Deposited, int InForce, int Signatories, int Uncertain);

    /// <summary>From the year of opening to the day; empty where no date is recorded from which to begin.</summary>
    internal static IReadOnlyList<Point> Of(TreatyRegister register, Instrument instrument, DateOnly until, DateOnly? knownAt = null)
    {
        var first = instrument.Opened ?? instrument.Adopted ?? instrument.InForce
            ?? register.Book.Events.Where(fact => fact.Instrument == instrument.Id && fact.Date is not null).Min(fact => (DateOnly?)fact.Date!.Value.First);
        if (first is not { } begin || begin > until) return [];
        var days = Enumerable.Range(begin.Year, until.Year - begin.Year).Select(year => new DateOnly(year, 12, 31)).Append(until);
        return [.. days.Select(day =>
        {
            var deposited = register.On(instrument, day, CountingBasis.Deposited, knownAt);
            var inForce = register.On(instrument, day, CountingBasis.InForce, knownAt);
            return new Point(day, deposited.Parties, inForce.Parties, deposited.Signatories, deposited.Uncertain);
        })];
    }
}
