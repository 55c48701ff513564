namespace Noroshi.Law.Domain;

/// <summary>Why an instrument or a rule does not speak.</summary>
internal enum ReasonCode
{
    /// <summary>The instrument had not entered into force by the day.</summary>
    NotInForce,

    /// <summary>It was in force but did not apply yet.</summary>
    NotYetApplied,

    /// <summary>It had ended.</summary>
    Ended,

    /// <summary>It does not bind one of the two, or neither.</summary>
    NotBound,

    /// <summary>No agreement of its kind is recorded as in force between the two.</summary>
    NoAgreement,

    /// <summary>It is in force between the two; the book holds no rule of it for the measure.</summary>
    NoRule,

    /// <summary>It is perhaps in force between the two; the book holds no rule of it for the measure.</summary>
    NoRulePerhaps,

    /// <summary>Only one side is bound, and the rule asks no more.</summary>
    OneSide,

    /// <summary>Were it in force, a reservation or prohibition would take the right away.</summary>
    WouldBeBarred,
    ConditionNotMet,
    Displaced,
    Barred,
    OutOfScope,
    NotOnList,
    OtherChannel,
    Yields,
    OfRegister,

    /// <summary>A prohibition says so.</summary>
    Prohibited,
}
