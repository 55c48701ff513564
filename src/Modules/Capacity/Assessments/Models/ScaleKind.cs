namespace Noroshi.Capacity.Assessments;

/// <summary>What a level of a scale is.</summary>
internal enum ScaleKind
{
    /// <summary>One of a few ordered levels.</summary>
    Step,

    /// <summary>A class of the whole result.</summary>
    Tier,

    /// <summary>Any figure from 0 to 100.</summary>
    Percent,
}
