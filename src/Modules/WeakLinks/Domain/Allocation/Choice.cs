namespace Noroshi.WeakLinks.Domain;

/// <summary>Projects by place, in order; what they are worth to the surrogate, and what nothing can exceed.</summary>
internal sealed record Choice(int[] Projects, double Objective, double Bound)
{
    /// <summary>How far the choice may be from the best of the surrogate, as a fraction of the bound.</summary>
    internal double Gap => Bound <= 0 ? 0 : Math.Max(0, (Bound - Objective) / Bound);
}
