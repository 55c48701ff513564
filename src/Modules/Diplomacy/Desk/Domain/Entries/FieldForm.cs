namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What a field of an entry holds.</summary>
internal enum FieldForm
{
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>Day, month or year.</summary>
    Date,

    /// <summary>Day, month or year that has begun.</summary>
    PastDate,

    State,

    /// <summary>Codes separated by spaces or commas.</summary>
    States,

    /// <summary>From -2 to 2.</summary>
    Stance,

    Topic,
    Forum,
    Meeting,
    Commitment,
    Measure,
    Consensus,
    Status,
    Confidence,
}
