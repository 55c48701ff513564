namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// The surrogate that is optimised: Σ over routes of weight × (1 − Π over chosen projects on the route of (1 − e)), and what projects are worth besides.
/// Monotone and submodular, which reach itself is not; so bounds hold of this surrogate, and what is chosen is scored again on the full model.
/// </summary>
/// <remarks>Weights are million USD per year by route; effects lie in [0,1]; the routes of a project are listed once each.</remarks>
internal sealed record RouteCover(double[] Weights, double[] Effects, int[][] Routes)
{
    /// <summary>What each project is worth by itself, whatever else is chosen; nought where only routes count.</summary>
    internal double[] Plain { get; init; } = new double[Effects.Length];

    /// <summary>What nothing exceeds.</summary>
    internal double Whole => Weights.Sum() + Plain.Sum();

    /// <summary>What a set removes, in million USD per year.</summary>
    internal double Of(IEnumerable<int> chosen)
    {
        var (left, plain) = ((double[])Weights.Clone(), 0.0);
        foreach (var project in chosen)
        {
            Take(project, left);
            plain += Plain[project];
        }

        return Weights.Sum() - left.Sum() + plain;
    }

    /// <summary>What a project removes of what is left.</summary>
    internal double Gain(int project, double[] left)
    {
        var sum = 0.0;
        foreach (var route in Routes[project]) sum += left[route];
        return (sum * Effects[project]) + Plain[project];
    }

    /// <summary>Takes what a project removes from what is left.</summary>
    internal void Take(int project, double[] left)
    {
        foreach (var route in Routes[project]) left[route] *= 1 - Effects[project];
    }
}
