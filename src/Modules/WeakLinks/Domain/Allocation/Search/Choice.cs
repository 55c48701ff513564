namespace Noroshi.WeakLinks.Domain;

/// <summary>Projects by place, in order; what they are worth to the surrogate, and what nothing can exceed.</summary>
internal sealed record Choice(int[] Projects, double Objective, double Bound)
{
    /// <summary>No choice that holds to the rules is known; the objective is below every other.</summary>
    internal static Choice Unknown(double bound) => new([], double.NegativeInfinity, bound);

    /// <summary>Whether the choice holds to the rules; false where floors cannot be met, or were not in the time given.</summary>
    internal bool IsKnown => !double.IsNegativeInfinity(Objective);

    /// <summary>How far the choice may be from the best of the surrogate, as a fraction of the bound.</summary>
    internal double Gap => Bound <= 0 ? 0 : Math.Max(0, (Bound - Objective) / Bound);
}
