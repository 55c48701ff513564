namespace Noroshi.Law.Domain;

/// <summary>Who stands how to an instrument on a day.</summary>
/// <remarks>
/// <c>KnownAt</c>: The day whose knowledge is asked for; null for all that is recorded.<br/>
/// <c>States</c>: States (and sides that are no territory) of which something is recorded, by code.<br/>
/// <c>Territories</c>: Territories to which it was extended, or that are a side; they never count.<br/>
/// <c>Remarks</c>: Notes on the instrument as a whole, up to the day.
/// </remarks>
internal sealed record StatusList(
    Instrument Instrument,
    DateOnly On,
    CountingBasis Basis,
    DateOnly? KnownAt,
    IReadOnlyList<StateStatus> States,
    IReadOnlyList<StateStatus> Territories,
    IReadOnlyList<TreatyEvent> Remarks)
{
    /// <summary>States that certainly are Parties.</summary>
    public int Parties => Count(PartyStatus.Party);

    public int Signatories => Count(PartyStatus.Signatory);

    public int Invited => Count(PartyStatus.Invited);

    /// <summary>States of which the records do not tell; the number of Parties may be higher by so many.</summary>
    public int Uncertain => Count(PartyStatus.Uncertain);

    /// <summary>True where the day is later than the last check against a source, or no such check is recorded.</summary>
    public bool IsBeyondVerification => Instrument.VerifiedUntil is not { } until || On > until;

    /// <summary>True where the instrument has ended before the day.</summary>
    public bool HasEnded => Instrument.Ended is { } ended && On > ended;

    private int Count(PartyStatus status) => States.Count(state => state.Status == status);
}
