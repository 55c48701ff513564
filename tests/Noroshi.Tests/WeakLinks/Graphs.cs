using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks;

/// <summary>Small graphs for the tests, and random ones that are always the same.</summary>
internal static class Graphs
{
    internal static ReachQuestion Question(int nodes, (int From, int To, double Chance)[] arcs, double[] chance, double[] value, int[] entries, double rate = 1) => new(
        LinkGraph.Build(nodes, [.. arcs.Select(arc => arc.From)], [.. arcs.Select(arc => arc.To)]), chance, [.. arcs.Select(arc => arc.Chance)], value, [new EntryScenario("k", entries, rate)]);

    internal static double[] All(int nodes, double value) => [.. Enumerable.Repeat(value, nodes)];

    internal static double[] Only(int nodes, int node, double value = 1)
    {
        var values = new double[nodes];
        values[node] = value;
        return values;
    }

    /// <summary>An undirected edge as two arcs would be two draws; reliability polynomials need one, so a node stands in the middle of it.</summary>
    internal static ReachQuestion Undirected(int nodes, (int, int)[] edges, double chance, int from, int to)
    {
        List<(int, int, double)> arcs = [];
        var open = All(nodes + edges.Length, 1);
        foreach (var ((one, other), place) in edges.Select((edge, place) => (edge, place)))
        {
            open[nodes + place] = chance;
            arcs.AddRange([(one, nodes + place, 1), (nodes + place, other, 1), (other, nodes + place, 1), (nodes + place, one, 1)]);
        }

        return Question(open.Length, [.. arcs], open, Only(open.Length, to), [from]);
    }

    internal static (int From, int To)[] Random(int nodes, int arcs, int seed)
    {
        var random = new Random(seed);
        HashSet<(int, int)> found = [];
        while (found.Count < arcs)
        {
            var (from, to) = (random.Next(nodes), random.Next(nodes));
            if (from != to) found.Add((from, to));
        }

        return [.. found];
    }
}
