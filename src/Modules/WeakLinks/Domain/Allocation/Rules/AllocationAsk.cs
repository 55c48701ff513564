namespace Noroshi.WeakLinks.Domain;

/// <summary>How a budget is to be allocated.</summary>
/// <remarks>Majority: by project Σ η·π of its recipients. World: the question from the viewpoint of the world; null where the values have none.</remarks>
internal sealed record AllocationAsk(
    IReadOnlyList<Project> Projects, AllocationRules Rules, IReadOnlyDictionary<Goal, double> Weights, double[] Majority, ReachQuestion? World, Preference By, int Draws)
{
    /// <summary>What recorded projects taught of the effects, where these were taken as learnt; null where they stand as stated.</summary>
    internal Realisation? Learnt { get; init; }

    /// <summary>True where a recorded figure was used that was invented for an exercise.</summary>
    internal bool Exercise { get; init; }

    /// <summary>The fall of our own risk is all that counts.</summary>
    internal static IReadOnlyDictionary<Goal, double> SecurityAlone { get; } = new Dictionary<Goal, double> { [Goal.Security] = 1 };

    internal static AllocationAsk Plain(IReadOnlyList<Project> projects, AllocationRules rules, int draws) =>
        new(projects, rules, SecurityAlone, new double[projects.Count], null, Preference.Middle, draws);
}
