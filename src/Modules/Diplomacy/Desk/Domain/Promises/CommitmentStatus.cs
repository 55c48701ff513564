namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What is known of a promise.</summary>
internal enum CommitmentStatus
{
    Unknown,

    /// <summary>Later activity was seen; not that the promise was kept.</summary>
    Ongoing,

    Fulfilled,

    Superseded,
}
