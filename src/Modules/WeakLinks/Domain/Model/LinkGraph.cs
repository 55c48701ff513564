namespace Noroshi.WeakLinks.Domain;

/// <summary>Arcs as compressed sparse rows. An arc is known by its place here; <see cref="Origin"/> leads back to the row it came from.</summary>
/// <remarks>Chance is keyed by the row an arc came from, so sorting does not change what is drawn.</remarks>
internal sealed class LinkGraph
{
    private LinkGraph(int[] offsets, int[] heads, int[] origin) => (Offsets, Heads, Origin) = (offsets, heads, origin);

    /// <summary>The arcs out of node u are those from <c>Offsets[u]</c> to before <c>Offsets[u + 1]</c>.</summary>
    internal int[] Offsets { get; }

    internal int[] Heads { get; }

    internal int[] Origin { get; }

    internal int NodeCount => Offsets.Length - 1;

    internal int ArcCount => Heads.Length;

    internal ReadOnlySpan<int> From(int node) => Heads.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    internal static LinkGraph Build(int nodes, IReadOnlyList<LinkArc> arcs) => Build(nodes, [.. arcs.Select(arc => arc.From)], [.. arcs.Select(arc => arc.To)]);

    internal static LinkGraph Build(int nodes, int[] tails, int[] heads)
    {
        var offsets = new int[nodes + 1];
        foreach (var tail in tails) offsets[tail + 1]++;
        for (var node = 0; node < nodes; node++) offsets[node + 1] += offsets[node];
        var next = offsets[..nodes];
        var (sorted, origin) = (new int[heads.Length], new int[heads.Length]);
        for (var arc = 0; arc < heads.Length; arc++)
        {
            var place = next[tails[arc]]++;
            (sorted[place], origin[place]) = (heads[arc], arc);
        }

        return new LinkGraph(offsets, sorted, origin);
    }

    /// <summary>The same arcs turned round; the origin leads to the same rows.</summary>
    internal LinkGraph Turned()
    {
        var tails = new int[ArcCount];
        var heads = new int[ArcCount];
        for (var node = 0; node < NodeCount; node++)
        {
            for (var arc = Offsets[node]; arc < Offsets[node + 1]; arc++) (tails[Origin[arc]], heads[Origin[arc]]) = (Heads[arc], node);
        }

        return Build(NodeCount, tails, heads);
    }
}
