using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>One line of a state's profile with where it comes from.</summary>
/// <param name="Text">The fact as one sentence or label, in the reader's language; what is not known is said to be unknown.</param>
/// <param name="Source">Where it was read, in words: a document, a register, this node's own records.</param>
public sealed record ProfileFact(string Text, string Source)
{
    /// <summary>One more line: dates, wording, evidence.</summary>
    public string? Detail { get; init; }

    /// <summary>When the source was last checked or the thing observed, as exactly as known; null is shown as not recorded.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>How far it may be relied on; null for figures of this node's own records.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Where it can be taken apart.</summary>
    public string? Href { get; init; }

    /// <summary>True only for what is overdue or burns: marked so in words too.</summary>
    public bool Burning { get; init; }

    /// <summary>True for invented content: marked EXERCISE.</summary>
    public bool Exercise { get; init; }
}
