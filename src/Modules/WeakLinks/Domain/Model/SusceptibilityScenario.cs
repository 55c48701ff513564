namespace Noroshi.WeakLinks.Domain;

/// <summary>How maturity becomes susceptibility: s = 1 / (1 + exp(−(α − β·m))). A declared assumption, never a measurement.</summary>
internal sealed record SusceptibilityScenario(string Name, double Alpha, double Beta)
{
    /// <summary>Maturity changes little: 0.50 falls to 0.12.</summary>
    internal static SusceptibilityScenario Low { get; } = new("low", 0, 2);

    /// <summary>The scenario that stands where none is named: 0.73 falls to 0.12.</summary>
    internal static SusceptibilityScenario Mid { get; } = new("mid", 1, 3);

    /// <summary>Maturity changes much: 0.88 falls to 0.12.</summary>
    internal static SusceptibilityScenario High { get; } = new("high", 2, 4);

    internal static IReadOnlyList<SusceptibilityScenario> All { get; } = [Low, Mid, High];

    internal double Of(double maturity) => 1 / (1 + Math.Exp(-(Alpha - (Beta * maturity))));
}
