namespace Noroshi.Law.Domain;

/// <summary>How an answer came about that nobody gave.</summary>
internal enum SuppositionKind
{
    /// <summary>It follows from what was said.</summary>
    Concluded,

    /// <summary>The question only makes sense with it; saying otherwise changes it.</summary>
    Presumed,
}
