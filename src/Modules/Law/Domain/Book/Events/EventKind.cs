namespace Noroshi.Law.Domain;

/// <summary>What a state (or, for <c>*</c>, the instrument as a whole) did or what happened to it.</summary>
internal enum EventKind
{
    Signature,
    Ratification,
    Acceptance,
    Approval,
    Accession,

    /// <summary>Deposit of an instrument of ratification, as the source puts it without saying more.</summary>
    RatificationDeposit,
    EntryIntoForce,
    TerritorialExtension,
    TerritorialEntryIntoForce,
    Invited,
    Denunciation,

    /// <summary>A remark about the status; never counted.</summary>
    StatusNote,
}

/// <summary>What follows from the kind of an event.</summary>
internal static class EventKinds
{
    /// <summary>True for the acts by which a state consents to be bound.</summary>
    internal static bool IsDeposit(this EventKind kind) => kind is EventKind.Ratification or EventKind.Acceptance or EventKind.Approval or EventKind.Accession or EventKind.RatificationDeposit;
}
