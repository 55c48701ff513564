using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Reading;

/// <summary>
/// Recomputes every entry into force from its deposit where the instrument says how long a state waits (ETS 185 Art. 36(4), 37(2), 38(2);
/// ETS 189 Art. 10(2), 11(2)). Nobody is bound before the instrument itself is in force.
/// </summary>
internal static class EntryIntoForceCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables, LawBook book)
    {
        var rows = tables.Rows("law-treaties").ToDictionary(row => row.Line);
        foreach (var (deposit, entry, instrument) in Pairs(book))
        {
            var (earliest, latest) = Expected(deposit.Date!.Value, instrument);
            if (entry.Date!.Value.First >= earliest && entry.Date.Value.Last <= latest) continue;
            var expected = earliest == latest ? $"{earliest:yyyy-MM-dd}" : $"between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}";
            yield return rows[entry.Line].Fault("date", Reason.WrongEntryIntoForce,
                $"{entry.Date} does not follow from the deposit of {deposit.Date} (row {deposit.Line}): expected {expected}.", "Correct the one or the other after the source, or lower its confidence and say in the note what contradicts it.");
        }
    }

    /// <summary>Every deposit with the entry into force that followed from it, both dated.</summary>
    internal static IEnumerable<(TreatyEvent Deposit, TreatyEvent Entry, Instrument Instrument)> Pairs(LawBook book)
    {
        foreach (var instrument in book.Instruments.Where(instrument => instrument.Wait is not null))
        {
            var dated = book.Events.Where(fact => fact.Instrument == instrument.Id && fact.State.IsKnown && fact.Date is not null).ToLookup(fact => fact.State);
            foreach (var state in dated)
            {
                var deposit = state.FirstOrDefault(fact => fact.Event.IsDeposit());
                var entry = state.FirstOrDefault(fact => fact.Event == EventKind.EntryIntoForce);
                if (deposit is not null && entry is not null) yield return (deposit, entry, instrument);
                var extension = state.FirstOrDefault(fact => fact.Event == EventKind.TerritorialExtension);
                var extended = state.FirstOrDefault(fact => fact.Event == EventKind.TerritorialEntryIntoForce);
                if (extension is not null && extended is not null) yield return (extension, extended, instrument);
            }
        }
    }

    /// <summary>First and last day on which a deposit of that date leads to entry into force.</summary>
    internal static (DateOnly Earliest, DateOnly Latest) Expected(EventDate deposit, Instrument instrument)
    {
        var wait = instrument.Wait!.Value;
        return (Later(wait.After(deposit.First), instrument.InForce), Later(wait.After(deposit.Last), instrument.InForce));
    }

    private static DateOnly Later(DateOnly day, DateOnly? other) => other is { } limit && limit > day ? limit : day;
}
