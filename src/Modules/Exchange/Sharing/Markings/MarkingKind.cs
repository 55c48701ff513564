namespace Noroshi.Exchange.Sharing;

/// <summary>What sort of rule a marking carries.</summary>
internal enum MarkingKind
{
    /// <summary>Nothing here knows what it asks, so nothing that bears it leaves.</summary>
    Unknown,

    /// <summary>Traffic Light Protocol, 1.0 or 2.0.</summary>
    Tlp,

    /// <summary>Permissible Actions Protocol.</summary>
    Pap,

    /// <summary>Words for people; they travel with the object.</summary>
    Statement,
}
