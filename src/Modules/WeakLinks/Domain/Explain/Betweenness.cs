namespace Noroshi.WeakLinks.Domain;

/// <summary>How many shortest ways between others pass through a node (Brandes 2001), along the arcs. Not a measure of risk: the baseline that W must beat.</summary>
internal static class Betweenness
{
    /// <summary>Not normalised, as igraph and networkx count directed graphs.</summary>
    internal static double[] Of(LinkGraph graph, CancellationToken cancel)
    {
        var (nodes, offsets, heads) = (graph.NodeCount, graph.Offsets, graph.Heads);
        var (between, ways, depends) = (new double[nodes], new double[nodes], new double[nodes]);
        var (depth, order) = (new int[nodes], new int[nodes]);
        // The arcs on shortest ways, kept as they are found: the way back then meets no others.
        var (kept, begins) = (new int[graph.ArcCount], new int[nodes + 1]);
        Array.Fill(depth, -1);
        for (var source = 0; source < nodes; source++)
        {
            cancel.ThrowIfCancellationRequested();
            var (head, tail, count) = (0, 0, 0);
            order[tail++] = source;
            (depth[source], ways[source]) = (0, 1);
            while (head < tail)
            {
                begins[head] = count;
                var node = order[head++];
                var (next, here) = (depth[node] + 1, ways[node]);
                for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                {
                    var other = heads[arc];
                    if (depth[other] < 0)
                    {
                        depth[other] = next;
                        order[tail++] = other;
                    }

                    if (depth[other] != next) continue;
                    ways[other] += here;
                    kept[count++] = other;
                }
            }

            begins[tail] = count;
            for (var place = tail - 1; place >= 0; place--)
            {
                var node = order[place];
                var sum = 0.0;
                // What depends on the other was divided by its ways when it was left, so one addition is enough here.
                foreach (var other in kept.AsSpan(begins[place], begins[place + 1] - begins[place])) sum += depends[other];
                var dependency = ways[node] * sum;
                if (place > 0) between[node] += dependency;
                depends[node] = (1 + dependency) / ways[node];
            }

            for (var place = 0; place < tail; place++)
            {
                var node = order[place];
                (depth[node], ways[node], depends[node]) = (-1, 0, 0);
            }
        }

        return between;
    }
}
