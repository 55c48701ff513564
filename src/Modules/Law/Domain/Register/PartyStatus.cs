namespace Noroshi.Law.Domain;

/// <summary>How a state stands to an instrument on a day.</summary>
internal enum PartyStatus
{
    /// <summary>Nothing is recorded that binds it or leads there.</summary>
    NotBound,

    /// <summary>Invited to accede.</summary>
    Invited,

    Signatory,

    /// <summary>Its instrument is deposited; the day of entry into force has not come. Only where the count is of what is in force.</summary>
    Deposited,

    /// <summary>The records do not tell whether it is bound: the day lies within a window, or no date is recorded.</summary>
    Uncertain,

    Party,
}
