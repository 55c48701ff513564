using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>The events of one state under one instrument, and how they read on a day with the knowledge of a day.</summary>
internal sealed class StateRecord(Instrument instrument, CountryCode state, CountryCode territoryOf, IReadOnlyList<TreatyEvent> events)
{
    public CountryCode State => state;

    public CountryCode TerritoryOf => territoryOf;

    /// <summary>True where at least one event was recorded by that day.</summary>
    public bool IsKnownAt(DateOnly? knownAt) => events.Any(fact => Known(fact, knownAt));

    /// <summary>The state's standing on the day.</summary>
    public StateStatus On(DateOnly day, CountingBasis basis, DateOnly? knownAt)
    {
        var consent = Consent(day, knownAt);
        var bound = basis == CountingBasis.Deposited ? consent : Entry(day, knownAt);
        var note = events.LastOrDefault(fact => fact.Event == EventKind.StatusNote && Known(fact, knownAt) && fact.Date?.HappenedBy(day) != Truth.No);
        if (instrument.Ended is { } ended && day > ended) return Status(PartyStatus.NotBound, null, note);
        if (Left(day, knownAt) is { Truth: not Truth.No } left) return Status(left.Truth == Truth.Yes ? PartyStatus.NotBound : PartyStatus.Uncertain, left, note);
        if (bound is { Truth: Truth.Yes }) return Status(PartyStatus.Party, bound, note);
        if (bound is { Truth: Truth.Unknown }) return Status(PartyStatus.Uncertain, bound, note);
        if (consent is { Truth: Truth.Yes }) return Status(PartyStatus.Deposited, consent, note);

        // Where it is open whether a state had signed or was invited, it is still certain that it was not bound.
        var signed = Best(EventKind.Signature, day, knownAt);
        if (signed is { Truth: Truth.Yes }) return Status(PartyStatus.Signatory, signed, note);
        var invited = Best(EventKind.Invited, day, knownAt);
        return invited is { Truth: Truth.Yes } ? Status(PartyStatus.Invited, invited, note) : Status(PartyStatus.NotBound, null, note);
    }

    /// <summary>Whether the instrument is in force for the state on the day; null where nothing recorded leads there.</summary>
    public Standing? Entry(DateOnly day, DateOnly? knownAt)
    {
        var stated = Best(territoryOf.IsKnown && !instrument.IsAgreement ? EventKind.TerritorialEntryIntoForce : EventKind.EntryIntoForce, day, knownAt);
        return stated ?? (territoryOf.IsKnown ? null : Computed(day, knownAt));
    }

    /// <summary>True and since when where the state has left; the day on which its denunciation takes effect follows the same wait as its deposit.</summary>
    public Standing? Left(DateOnly day, DateOnly? knownAt)
    {
        var told = events.LastOrDefault(fact => fact.Event == EventKind.Denunciation && Known(fact, knownAt));
        if (told is null) return null;
        if (told.Date is not { } date || instrument.Wait is not { } wait) return new Standing(HappenedBy(told, day), told.Date, told.Provenance, told.Note);
        var effect = new EventDate(wait.After(date.First), wait.After(date.Last));
        return new Standing(effect.HappenedBy(day), effect, told.Provenance, told.Note, true);
    }

    /// <summary>Whether the state had consented to be bound; null where no such act is recorded.</summary>
    private Standing? Consent(DateOnly day, DateOnly? knownAt)
    {
        if (territoryOf.IsKnown && !instrument.IsAgreement) return Best(EventKind.TerritorialExtension, day, knownAt);
        var deposits = events.Where(fact => fact.Event.IsDeposit() && Known(fact, knownAt)).Select(fact => Read(fact, day)).ToList();

        // An agreement between two sides is concluded, not deposited: its entry into force is all that is recorded.
        return deposits.Count > 0 ? deposits.MaxBy(standing => standing.Truth) : Best(EventKind.EntryIntoForce, day, knownAt);
    }

    private Standing? Computed(DateOnly day, DateOnly? knownAt)
    {
        if (instrument.IsAgreement) return null;
        var deposits = events.Where(fact => fact.Event.IsDeposit() && Known(fact, knownAt)).ToList();
        return deposits.Count == 0 ? null : deposits.Select(deposit => Computed(deposit, day)).MaxBy(standing => standing.Truth);
    }

    private Standing Computed(TreatyEvent deposit, DateOnly day)
    {
        Standing Says(Truth truth, EventDate? since) => new(truth, since, deposit.Provenance, deposit.Note, true);
        if (instrument.InForce is not { } inForce) return Says(Truth.No, null);
        if (day < inForce) return Says(Truth.No, null);
        var last = deposit.Date?.Last ?? LatestDay(deposit);
        if (instrument.Wait is { } wait)
        {
            DateOnly Bound(DateOnly on) => wait.After(on) is var bound && bound > inForce ? bound : inForce;
            var latest = last is { } until ? Bound(until) : (DateOnly?)null;
            if (deposit.Date is { } date && latest is { } end) return Says(new EventDate(Bound(date.First), end).HappenedBy(day), new EventDate(Bound(date.First), end));
            return Says(latest is { } certain && day >= certain ? Truth.Yes : Truth.Unknown, null);
        }

        // The rule for a single state is not recorded; whoever had deposited before the instrument entered into force is bound from then on.
        return last is { } known && known < inForce ? Says(Truth.Yes, new EventDate(inForce)) : Says(Truth.Unknown, null);
    }

    private Standing? Best(EventKind kind, DateOnly day, DateOnly? knownAt) =>
        events.Where(fact => fact.Event == kind && Known(fact, knownAt)).Select(fact => Read(fact, day)).MaxBy(standing => standing.Truth);

    private Standing Read(TreatyEvent fact, DateOnly day) => new(HappenedBy(fact, day), fact.Date, fact.Provenance, fact.Note);

    private Truth HappenedBy(TreatyEvent fact, DateOnly day)
    {
        if (fact.Date is { } date) return date.HappenedBy(day);
        var opened = instrument.Opened ?? instrument.Adopted ?? events.Where(other => other.Event == EventKind.Signature).Min(other => other.Date?.First);
        if (opened is { } first && day < first) return Truth.No;
        return LatestDay(fact) is { } last && day >= last ? Truth.Yes : Truth.Unknown;
    }

    /// <summary>Of an event without a date: the last day on which it can have happened, which at the latest is when its source was read; none where sources contradict each other.</summary>
    private static DateOnly? LatestDay(TreatyEvent fact) => fact.NoLaterThan ?? (fact.Provenance.Confidence == Confidence.D ? null : fact.Provenance.AsOf?.Last);

    private StateStatus Status(PartyStatus status, Standing? standing, TreatyEvent? note) => new(
        state,
        status,
        standing?.Since,
        standing?.Provenance ?? note?.Provenance,
        string.Join("; ", new[] { standing?.Note, note?.Note }.Where(text => !string.IsNullOrEmpty(text)).Distinct()),
        territoryOf)
    {
        IsComputed = standing?.Computed == true,
        IsExtension = territoryOf.IsKnown && !instrument.IsAgreement,
    };

    /// <summary>A fact is hidden from a day before it was recorded; of a date known to the month, the first day decides.</summary>
    private static bool Known(TreatyEvent fact, DateOnly? knownAt) => knownAt is not { } day || fact.Provenance.AsOf is not { } asOf || asOf.First <= day;
}
