namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// One draw of everything that is not known for sure. Counter-based: a parameter of a draw is the same whatever else is asked. Susceptibility lies anywhere
/// between the low and the high scenario; maturity within its recorded range; observed arcs after Beta(1 + hits, 1 + exposure − hits); given probabilities are
/// moved together by class; values by up to half; effects of projects after their three figures.
/// </summary>
internal sealed class ParameterDraw(LinkModel model, ulong seed, int draw)
{
    /// <summary>The declared spread of given probabilities, as standard deviation of their logit by class.</summary>
    internal const double ClassSpread = 0.5;

    private readonly ulong _key = CounterRandom.Key(seed ^ 0x5EED_0F_D2A35, draw);
    private readonly double _position = CounterRandom.Unit(CounterRandom.Stream(CounterRandom.Key(seed ^ 0x5EED_0F_D2A35, draw), 0), 0);

    internal double NodeChance(int place)
    {
        var node = model.Nodes[place];
        var given = node.Low is null ? node.Given : Between(node.Low.Value, node.Given, node.High!.Value, Unit(1, place));
        return node.Maturity is null ? given : At(_position).Of(given);
    }

    internal double ArcChance(int row)
    {
        var arc = model.Arcs[row];
        if (arc.Given is not { } given) return CounterRandom.Beta(Stream(2, row), 1.0 + arc.Hits!.Value, 1.0 + arc.Exposure!.Value - arc.Hits.Value);
        return Shifted(given, ClassSpread * CounterRandom.Normal(Stream(3, Name(arc.Class)), 0));
    }

    /// <summary>By what the value of a node is multiplied, from 0.5 to 1.5.</summary>
    internal double ValueFactor(int node) => 0.5 + Unit(4, node);

    internal double Effect(Project project, int place) =>
        project.EffectLow is null ? project.Effect : Between(project.EffectLow.Value, project.Effect, project.EffectHigh!.Value, Unit(5, place));

    /// <summary>The scenario at a position from 0 (low) over 0.5 (mid) to 1 (high).</summary>
    internal static SusceptibilityScenario At(double position)
    {
        var (from, to, part) = position < 0.5
            ? (SusceptibilityScenario.Low, SusceptibilityScenario.Mid, 2 * position)
            : (SusceptibilityScenario.Mid, SusceptibilityScenario.High, (2 * position) - 1);
        return new SusceptibilityScenario("drawn", from.Alpha + (part * (to.Alpha - from.Alpha)), from.Beta + (part * (to.Beta - from.Beta)));
    }

    /// <summary>A probability moved on the logit scale; nought and one stay.</summary>
    internal static double Shifted(double probability, double shift)
    {
        if (probability is <= 0 or >= 1) return probability;
        return 1 / (1 + ((1 - probability) / probability * Math.Exp(-shift)));
    }

    /// <summary>Half of the draws below the middle, half above, even within each.</summary>
    internal static double Between(double low, double middle, double high, double unit) =>
        unit < 0.5 ? low + ((middle - low) * 2 * unit) : middle + ((high - middle) * ((2 * unit) - 1));

    private double Unit(ulong kind, int place) => CounterRandom.Unit(Stream(kind, (ulong)place), 0);

    private ulong Stream(ulong kind, int place) => Stream(kind, (ulong)place);

    private ulong Stream(ulong kind, ulong place) => CounterRandom.Stream(_key + (kind * 0x632BE59BD9B4E019), place);

    // A hash of our own: that of the platform differs from run to run.
    private static ulong Name(string text) => text.Aggregate(14695981039346656037, (hash, letter) => unchecked((hash ^ letter) * 1099511628211));
}
