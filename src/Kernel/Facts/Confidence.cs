namespace Noroshi.Kernel;

/// <summary>How far a fact may be relied on; shown beside every fact.</summary>
public enum Confidence
{
    /// <summary>Read in an official text or a direct copy of it.</summary>
    A,

    /// <summary>Secondary source, or consistent with an A value.</summary>
    B,

    /// <summary>From memory: check the official text before relying on it.</summary>
    C,

    /// <summary>Doubtful or conflicting.</summary>
    D,
}
