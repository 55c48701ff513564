namespace Noroshi.Stix;

/// <summary>What a pattern may cost; beyond it stands a clear error, never a long wait.</summary>
internal static class PatternLimits
{
    /// <summary>Characters.</summary>
    public const int Length = 16_000_000;

    /// <summary>Brackets and parentheses within one another.</summary>
    public const int Depth = 100;

    /// <summary>Comparisons in one pattern.</summary>
    public const int Comparisons = 250_000;

    /// <summary>Steps that the search for observations that fit together may take.</summary>
    public const int Steps = 5_000_000;

    /// <summary>Values that one comparison may look at in one object; references in circles make many.</summary>
    public const int Values = 1_000_000;

    /// <summary>Characters of the text of LIKE and of a regular expression.</summary>
    public const int ExpressionLength = 4_000;

    /// <summary>Characters that LIKE may compare in one value.</summary>
    public const int LikeSteps = 100_000_000;

    /// <summary>Times that counted repetitions of a regular expression may multiply to.</summary>
    public const int RegexRepeats = 1_000;

    /// <summary>For a regular expression on one value; without backtracking its time is in proportion to both.</summary>
    public static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(2);

    /// <summary>For the few expressions that only a backtracking engine understands.</summary>
    public static readonly TimeSpan BacktrackingTime = TimeSpan.FromMilliseconds(200);
}
