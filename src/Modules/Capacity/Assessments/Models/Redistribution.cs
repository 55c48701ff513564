namespace Noroshi.Capacity.Assessments;

/// <summary>Whether the texts of a model may be passed on.</summary>
internal enum Redistribution
{
    /// <summary>Its terms were not read or do not say: ids and levels only.</summary>
    Unknown,

    /// <summary>Its terms forbid it: ids and levels only.</summary>
    No,

    /// <summary>Allowed where the source is named.</summary>
    YesWithSource,
}
