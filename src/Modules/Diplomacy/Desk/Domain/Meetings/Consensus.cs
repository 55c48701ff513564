namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Who agrees to a point that came out of a meeting.</summary>
internal enum Consensus
{
    /// <summary>Agreed by all.</summary>
    Yes,

    /// <summary>Only the chair says so.</summary>
    Chair,

    /// <summary>Some do.</summary>
    Partial,

    /// <summary>It was not agreed.</summary>
    No,
}
