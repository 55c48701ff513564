namespace Noroshi.WeakLinks.Domain;

/// <summary>Risk without chance: every combination of what is open and what is not, each with its probability. For small graphs, and to hold the sampling against.</summary>
internal static class ExactReach
{
    /// <summary>The largest number of things that are neither certain nor impossible.</summary>
    internal const int MostUncertain = 22;

    /// <summary>Risk and what each node cuts off, in million USD per year.</summary>
    /// <exception cref="ArgumentException">More is uncertain than can be gone through.</exception>
    internal static (double Risk, double[] CutOff) Enumerate(ReachQuestion question)
    {
        var graph = question.Graph;
        int[] nodes = [.. Enumerable.Range(0, graph.NodeCount).Where(node => question.NodeChance[node] is > 0 and < 1)];
        int[] arcs = [.. Enumerable.Range(0, graph.ArcCount).Where(arc => question.ArcChance[graph.Origin[arc]] is > 0 and < 1)];
        var uncertain = nodes.Length + arcs.Length;
        if (uncertain > MostUncertain) throw new ArgumentException($"{uncertain} nodes and arcs are uncertain; at most {MostUncertain} can be gone through.", nameof(question));
        ulong[] open = [.. question.NodeChance.Select(chance => chance >= 1 ? 1UL : 0)];
        ulong[] carries = [.. graph.Origin.Select(row => question.ArcChance[row] >= 1 ? 1UL : 0)];
        var tree = new DominatorTree(graph);
        var (risk, cutOff, touched) = (0.0, new double[graph.NodeCount], new List<int>());
        for (var state = 0L; state < 1L << uncertain; state++)
        {
            var probability = 1.0;
            for (var place = 0; place < uncertain; place++)
            {
                var on = (state >> place) & 1;
                double chance;
                if (place < nodes.Length)
                {
                    open[nodes[place]] = (ulong)on;
                    chance = question.NodeChance[nodes[place]];
                }
                else
                {
                    var arc = arcs[place - nodes.Length];
                    carries[arc] = (ulong)on;
                    chance = question.ArcChance[graph.Origin[arc]];
                }

                probability *= on == 1 ? chance : 1 - chance;
            }

            foreach (var scenario in question.Scenarios)
            {
                tree.Build(scenario.Entries, open, carries, 1);
                for (var number = 1; number <= tree.Count; number++) risk += probability * scenario.Rate * question.Value[tree.NodeAt(number)];
                tree.AddCutOff(question.Value, probability * scenario.Rate, cutOff, touched);
            }
        }

        return (risk, cutOff);
    }
}
