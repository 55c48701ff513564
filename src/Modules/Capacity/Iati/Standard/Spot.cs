namespace Noroshi.Capacity.Iati.Standard;

/// <summary>Places of a file at which a rule beyond the structure looks.</summary>
internal enum Spot : byte
{
    /// <summary>No rule looks here.</summary>
    None,

    /// <summary>The root element.</summary>
    Root,

    /// <summary><c>iati-activity</c>.</summary>
    Activity,

    /// <summary><c>iati-organisation</c>.</summary>
    Organisation,

    /// <summary><c>iati-identifier</c> or <c>organisation-identifier</c>.</summary>
    Identifier,

    /// <summary><c>reporting-org</c>.</summary>
    ReportingOrganisation,

    /// <summary><c>participating-org</c>.</summary>
    ParticipatingOrganisation,

    /// <summary><c>other-identifier</c>.</summary>
    OtherIdentifier,

    /// <summary><c>activity-date</c>.</summary>
    ActivityDate,

    /// <summary><c>recipient-country</c> of an activity.</summary>
    Country,

    /// <summary><c>recipient-region</c> of an activity.</summary>
    Region,

    /// <summary><c>sector</c> of an activity.</summary>
    Sector,

    /// <summary><c>policy-marker</c>.</summary>
    PolicyMarker,

    /// <summary><c>transaction</c>.</summary>
    Transaction,

    /// <summary><c>transaction-date</c>.</summary>
    TransactionDate,

    /// <summary><c>provider-org</c> or <c>receiver-org</c>.</summary>
    Counterpart,

    /// <summary><c>sector</c> of a transaction.</summary>
    TransactionSector,

    /// <summary><c>recipient-country</c> or <c>recipient-region</c> of a transaction.</summary>
    TransactionRecipient,

    /// <summary>A period whose length is limited to a year: a budget.</summary>
    YearPeriod,

    /// <summary>A period of any length: a planned disbursement, a result.</summary>
    Period,

    /// <summary><c>period-start</c>.</summary>
    PeriodStart,

    /// <summary><c>period-end</c>.</summary>
    PeriodEnd,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary><c>narrative</c>.</summary>
    Narrative,

    /// <summary><c>tag</c>, <c>humanitarian-scope</c>: their vocabulary may be the publisher's own.</summary>
    Vocabulary,
}
