using System.Runtime.InteropServices;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.Bench;

/// <summary>An invented graph in which few nodes have most arcs, as among autonomous systems; always the same.</summary>
internal sealed class PowerLawGraph
{
    internal PowerLawGraph(int nodes, int arcs)
    {
        var random = new Random(20261128);
        (Nodes, Tails, Heads) = (nodes, new int[arcs], new int[arcs]);
        // Whoever has arcs gets more: an end of an earlier arc is drawn two times out of three.
        var seen = new HashSet<long>();
        for (var arc = 0; arc < arcs;)
        {
            var tail = arc < nodes - 1 ? arc + 1 : Pick(arc);
            var head = arc < nodes - 1 ? (arc == 0 ? 0 : Heads[random.Next(arc)]) : Pick(arc);
            if (arc < nodes - 1 && random.Next(3) == 0) head = random.Next(tail);
            if (random.Next(2) == 0) (tail, head) = (head, tail);
            if (tail == head || !seen.Add(((long)tail << 32) | (uint)head)) continue;
            (Tails[arc], Heads[arc]) = (tail, head);
            arc++;
        }

        Chance = [.. Enumerable.Range(0, arcs).Select(_ => 0.05 + (0.5 * random.NextDouble()))];
        Open = [.. Enumerable.Range(0, nodes).Select(node => node == 0 ? 1 : 0.3 + (0.6 * random.NextDouble()))];
        Value = [.. Enumerable.Range(0, nodes).Select(node => node % 50 == 7 ? 10 * random.NextDouble() : 0)];

        int Pick(int known) => random.Next(3) == 0 ? random.Next(nodes) : random.Next(2) == 0 ? Heads[random.Next(known)] : Tails[random.Next(known)];
    }

    internal int Nodes { get; }

    internal int[] Tails { get; }

    internal int[] Heads { get; }

    internal double[] Chance { get; }

    internal double[] Open { get; }

    internal double[] Value { get; }

    internal ReachQuestion Question() => new(LinkGraph.Build(Nodes, Tails, Heads), Open, Chance, Value, [new EntryScenario("entry", [0], 1)]);

    internal void Write(string folder, string name)
    {
        File.WriteAllBytes(Path.Combine(folder, name + ".tails"), MemoryMarshal.AsBytes(Tails.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, name + ".heads"), MemoryMarshal.AsBytes(Heads.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, name + ".q"), MemoryMarshal.AsBytes(Chance.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, name + ".s"), MemoryMarshal.AsBytes(Open.AsSpan()).ToArray());
        File.WriteAllBytes(Path.Combine(folder, name + ".value"), MemoryMarshal.AsBytes(Value.AsSpan()).ToArray());
    }
}
