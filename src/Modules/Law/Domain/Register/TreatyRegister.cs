using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>
/// Who is bound by what: on a day (valid time), as the records said on a day (known time), counted by deposit or by what is in force.
/// Built once from the book; immutable; safe to ask from many threads.
/// </summary>
internal sealed class TreatyRegister
{
    private readonly Dictionary<string, Instrument> _instruments;
    private readonly Dictionary<string, StateRecord[]> _records;

    public TreatyRegister(LawBook book)
    {
        Book = book;
        _instruments = book.Instruments.ToDictionary(instrument => instrument.Id, StringComparer.OrdinalIgnoreCase);
        var events = book.Events.Where(fact => fact.State.IsKnown).ToLookup(fact => fact.Instrument, StringComparer.Ordinal);
        _records = book.Instruments.ToDictionary(
            instrument => instrument.Id,
            instrument => events[instrument.Id].Concat(Members(instrument)).GroupBy(fact => fact.State).OrderBy(group => group.Key)
                .Select(group => new StateRecord(instrument, group.Key, book.Territories.GetValueOrDefault(group.Key), [.. group])).ToArray(),
            StringComparer.Ordinal);
    }

    public LawBook Book { get; }

    /// <summary>Conventions first, agreements between two sides after them.</summary>
    public IReadOnlyList<Instrument> Instruments => Book.Instruments;

    /// <summary>The instrument with this id, either case, or <c>null</c>.</summary>
    public Instrument? Find(string id) => _instruments.GetValueOrDefault(id);

    /// <summary>The records of an instrument, by state.</summary>
    public IReadOnlyList<StateRecord> RecordsOf(string instrument) => _records.GetValueOrDefault(instrument) ?? [];

    /// <summary>Who stands how on the day.</summary>
    public StatusList On(Instrument instrument, DateOnly day, CountingBasis basis, DateOnly? knownAt = null)
    {
        var all = RecordsOf(instrument.Id).Where(record => record.IsKnownAt(knownAt)).Select(record => record.On(day, basis, knownAt)).ToList();
        return new StatusList(
            instrument,
            day,
            basis,
            knownAt,
            [.. all.Where(status => !status.TerritoryOf.IsKnown)],
            [.. all.Where(status => status.TerritoryOf.IsKnown)],
            [.. Book.Events.Where(fact => fact.Instrument == instrument.Id && !fact.State.IsKnown && fact.Date?.HappenedBy(day) != Truth.No && (knownAt is null || fact.Provenance.AsOf is not { } asOf || asOf.First <= knownAt))]);
    }

    /// <summary>How one state or territory stands on the day; where nothing is recorded of it, it is not bound so far as is known.</summary>
    public StateStatus StatusOf(Instrument instrument, CountryCode state, DateOnly day, CountingBasis basis, DateOnly? knownAt = null) =>
        RecordsOf(instrument.Id).FirstOrDefault(record => record.State == state && record.IsKnownAt(knownAt))?.On(day, basis, knownAt)
        ?? new StateStatus(state, PartyStatus.NotBound, null, null, "", Book.Territories.GetValueOrDefault(state));

    /// <summary>Instruments deposited per year, by the first possible day.</summary>
    public IReadOnlyDictionary<int, int> DepositsByYear(Instrument instrument) => Book.Events
        .Where(fact => fact.Instrument == instrument.Id && fact.State.IsKnown && fact.Event.IsDeposit() && fact.Date is not null)
        .GroupBy(fact => fact.Date!.Value.First.Year).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>A regulation of the Union binds its members while they are members, without an act of theirs; the exceptions stand in the table.</summary>
    private IEnumerable<TreatyEvent> Members(Instrument instrument)
    {
        if (instrument is not { Kind: InstrumentKind.Regulation, InForce: { } inForce }) yield break;
        foreach (var member in Book.Union.Where(member => !instrument.NotBound.Contains(member.State)))
        {
            if (member.Period.Until is { } until && until.Last < inForce) continue;
            var provenance = new Provenance($"{instrument.Provenance.Source}; membership: {member.Provenance.Source}", member.Provenance.AsOf, Worse(instrument.Provenance.Confidence, member.Provenance.Confidence));
            var since = member.Period.Since is { } joined && joined.First > inForce ? joined : (PartialDate)inForce;
            yield return new TreatyEvent(instrument.Id, member.State, EventKind.EntryIntoForce, new EventDate(since), null, provenance, "", instrument.Line);
            if (member.Period.Until is { } left) yield return new TreatyEvent(instrument.Id, member.State, EventKind.Denunciation, new EventDate(left), null, provenance, "", instrument.Line);
        }
    }

    private static Confidence Worse(Confidence one, Confidence other) => one > other ? one : other;
}
