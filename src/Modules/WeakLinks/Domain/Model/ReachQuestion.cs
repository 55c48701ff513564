namespace Noroshi.WeakLinks.Domain;

/// <summary>What is asked of chance: a graph, how open its nodes and arcs are, what each node is worth, and where attempts begin.</summary>
/// <remarks>Chances lie in [0,1]; those of arcs stand by the row of the arc (<see cref="LinkGraph.Origin"/>). Values are million USD per compromise.</remarks>
internal sealed record ReachQuestion(LinkGraph Graph, double[] NodeChance, double[] ArcChance, double[] Value, IReadOnlyList<EntryScenario> Scenarios)
{
    /// <summary>The nodes that are worth something.</summary>
    internal int[] Targets { get; } = [.. Enumerable.Range(0, Value.Length).Where(node => Value[node] > 0)];

    /// <summary>The same with some nodes less open: each is multiplied by its factor in [0,1].</summary>
    internal ReachQuestion Hardened(IReadOnlyDictionary<int, double> factors)
    {
        var chance = (double[])NodeChance.Clone();
        foreach (var (node, factor) in factors) chance[node] *= factor;
        return this with { NodeChance = chance };
    }
}
