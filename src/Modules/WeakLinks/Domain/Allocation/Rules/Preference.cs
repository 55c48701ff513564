namespace Noroshi.WeakLinks.Domain;

/// <summary>By what a choice is the best.</summary>
internal enum Preference
{
    /// <summary>With every number at its middle; only this has a bound.</summary>
    Middle,

    /// <summary>In the mean over draws of the parameters.</summary>
    Mean,

    /// <summary>In the worst tenth of the draws (CVaR₁₀): the choice of who must not fail.</summary>
    WorstTenth,
}
