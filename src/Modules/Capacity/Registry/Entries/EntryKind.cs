namespace Noroshi.Capacity.Registry;

/// <summary>What people add to the registry.</summary>
internal enum EntryKind
{
    Assessment,
    Organisation,
    Need,
    Offer,
    Project,

    /// <summary>A budget, commitment, disbursement or expenditure of a project.</summary>
    Money,

    /// <summary>What a project measures, with its baseline.</summary>
    Indicator,

    /// <summary>Target and actual value of an indicator in a period.</summary>
    Period,

    /// <summary>The effect on risk that was predicted of a project, and the one that was observed.</summary>
    Effect,
}
