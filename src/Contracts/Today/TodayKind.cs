namespace Noroshi.Contracts;

/// <summary>Where an item stands on the first page.</summary>
public enum TodayKind
{
    /// <summary>Somebody waits for an answer; shown first, the nearest deadline on top.</summary>
    NeedsAnswer,

    /// <summary>Something became different since yesterday.</summary>
    Changed,

    /// <summary>How things stand: a figure with its unit.</summary>
    Situation,

    /// <summary>What to do first, while there is nothing else to show.</summary>
    FirstStep,
}
