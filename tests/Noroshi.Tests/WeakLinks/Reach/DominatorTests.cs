using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Reach;

/// <summary>The tree against the plain meaning of the word: u dominates v when without u there is no way to v.</summary>
public sealed class DominatorTests
{
    [Fact]
    public void Tree_WhenGraphsAreRandom_IsWhatRemovingNodesSays()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var nodes = 3 + (seed % 12);
            var graph = Graph(nodes, Math.Min(nodes * (nodes - 1), nodes + seed % 20), seed);
            int[] entries = seed % 3 == 0 ? [0, 1] : [0];
            Dominators(graph, entries).ShouldBe(ByRemoval(graph, entries), $"graph {seed}");
        }
    }

    [Fact]
    public void Tree_WhenUsedAgain_ForgetsTheWorldBefore()
    {
        var graph = Graph(30, 200, 9);
        var tree = new DominatorTree(graph);
        ulong[] open = [.. Enumerable.Repeat(3UL, 30)];
        ulong[] carries = [.. Enumerable.Range(0, 200).Select(arc => arc % 5 == 0 ? 3UL : 1UL)];
        tree.Build([0], open, carries, 1);
        tree.Build([0], open, carries, 2);
        var again = new DominatorTree(graph);
        again.Build([0], open, carries, 2);
        tree.Count.ShouldBe(again.Count);
        for (var number = 1; number <= tree.Count; number++) (tree.NodeAt(number), tree.DominatorOf(number)).ShouldBe((again.NodeAt(number), again.DominatorOf(number)));
    }

    [Fact]
    public void Tree_WhenTheWayIsLong_IsBuilt()
    {
        const int Nodes = 200_000;
        var graph = LinkGraph.Build(Nodes, [.. Enumerable.Range(0, Nodes - 1)], [.. Enumerable.Range(1, Nodes - 1)]);
        var dominators = Dominators(graph, [0]);
        dominators[Nodes - 1].ShouldBe(Nodes - 2);
    }

    /// <summary>Immediate dominators by node: −1 the root above the entries, −2 not reached.</summary>
    internal static int[] Dominators(LinkGraph graph, int[] entries)
    {
        var tree = new DominatorTree(graph);
        tree.Build(entries, [.. Enumerable.Repeat(1UL, graph.NodeCount)], [.. Enumerable.Repeat(1UL, graph.ArcCount)], 1);
        int[] dominators = [.. Enumerable.Repeat(-2, graph.NodeCount)];
        for (var number = 1; number <= tree.Count; number++) dominators[tree.NodeAt(number)] = tree.DominatorOf(number) == 0 ? -1 : tree.NodeAt(tree.DominatorOf(number));
        return dominators;
    }

    internal static LinkGraph Graph(int nodes, int arcs, int seed)
    {
        var rows = Graphs.Random(nodes, arcs, seed);
        return LinkGraph.Build(nodes, [.. rows.Select(row => row.From)], [.. rows.Select(row => row.To)]);
    }

    private static int[] ByRemoval(LinkGraph graph, int[] entries)
    {
        var reached = Reached(graph, entries, removed: -1);
        bool[][] without = [.. Enumerable.Range(0, graph.NodeCount).Select(node => Reached(graph, entries, node))];
        int[] dominators = [.. Enumerable.Repeat(-2, graph.NodeCount)];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (!reached[node]) continue;
            int[] strict = [.. Enumerable.Range(0, graph.NodeCount).Where(other => other != node && reached[other] && !without[other][node])];
            // The nearest is the one that all others dominate.
            dominators[node] = strict.Length == 0 ? -1 : strict.Single(near => strict.All(other => other == near || !without[other][near]));
        }

        return dominators;
    }

    private static bool[] Reached(LinkGraph graph, int[] entries, int removed)
    {
        var reached = new bool[graph.NodeCount];
        var stack = new Stack<int>(entries.Where(entry => entry != removed));
        while (stack.TryPop(out var node))
        {
            if (reached[node]) continue;
            reached[node] = true;
            foreach (var next in graph.From(node)) if (next != removed) stack.Push(next);
        }

        return reached;
    }
}
