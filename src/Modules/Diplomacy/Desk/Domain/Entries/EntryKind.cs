namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What people add to the record.</summary>
internal enum EntryKind
{
    Meeting,
    Statement,
    Outcome,
    Commitment,

    /// <summary>Evidence of what became of a commitment.</summary>
    Progress,

    /// <summary>Evidence that a state does what a confidence-building measure asks.</summary>
    Practice,
}
