namespace Noroshi.WeakLinks.Domain;

/// <summary>The most probable routes: Dijkstra over −log of the probabilities, alternatives without loops after Yen (1971).</summary>
internal sealed class RouteFinder(ReachQuestion question)
{
    private readonly LinkGraph _graph = question.Graph;

    /// <summary>Up to <paramref name="most"/> routes to a target, the most probable first. Routes that cannot happen are left out.</summary>
    internal IReadOnlyList<Route> Find(EntryScenario scenario, int target, int most)
    {
        List<Route> found = [];
        var waiting = new PriorityQueue<Route, (double, string)>();
        HashSet<string> seen = [];
        Offer(First(scenario, [], target));
        while (found.Count < most && waiting.TryDequeue(out var route, out _))
        {
            found.Add(route);
            if (found.Count == most) break;
            for (var spur = 0; spur < route.Nodes.Length; spur++)
            {
                var prefix = route.Nodes[..spur];
                HashSet<int> banned = [.. found.Where(other => other.Nodes.Length > spur && other.Nodes.AsSpan(0, spur).SequenceEqual(prefix)).Select(other => other.Nodes[spur])];
                Offer(spur == 0 ? First(scenario, banned, target) : Next(prefix, banned, target));
            }
        }

        return found;

        void Offer(Route? route)
        {
            if (route is null) return;
            var name = string.Join(' ', route.Nodes);
            if (seen.Add(name)) waiting.Enqueue(route, (-route.Probability, name));
        }
    }

    private Route? First(EntryScenario scenario, HashSet<int> banned, int target) =>
        Best([], scenario.Entries.Where(entry => !banned.Contains(entry)).Select(entry => (entry, Cost(question.NodeChance[entry]))), target);

    private Route? Next(int[] prefix, HashSet<int> banned, int target)
    {
        List<(int, double)> starts = [];
        var last = prefix[^1];
        for (var arc = _graph.Offsets[last]; arc < _graph.Offsets[last + 1]; arc++)
        {
            var next = _graph.Heads[arc];
            if (!banned.Contains(next) && !prefix.AsSpan().Contains(next)) starts.Add((next, Onward(arc)));
        }

        return Best(prefix, starts, target);
    }

    private Route? Best(int[] prefix, IEnumerable<(int Node, double Cost)> starts, int target)
    {
        var distance = new double[_graph.NodeCount];
        Array.Fill(distance, double.PositiveInfinity);
        var before = new int[_graph.NodeCount];
        var closed = new bool[_graph.NodeCount];
        foreach (var node in prefix) closed[node] = true;
        var queue = new PriorityQueue<int, (double, int)>();
        foreach (var (node, cost) in starts)
        {
            if (!(cost < distance[node])) continue;
            (distance[node], before[node]) = (cost, -1);
            queue.Enqueue(node, (cost, node));
        }

        while (queue.TryDequeue(out var node, out _))
        {
            if (closed[node]) continue;
            closed[node] = true;
            if (node == target) return Told(prefix, before, target);
            for (var arc = _graph.Offsets[node]; arc < _graph.Offsets[node + 1]; arc++)
            {
                var next = _graph.Heads[arc];
                var cost = distance[node] + Onward(arc);
                if (closed[next] || !(cost < distance[next])) continue;
                (distance[next], before[next]) = (cost, node);
                queue.Enqueue(next, (cost, next));
            }
        }

        return null;
    }

    private Route Told(int[] prefix, int[] before, int target)
    {
        List<int> nodes = [];
        for (var node = target; node >= 0; node = before[node]) nodes.Add(node);
        nodes.Reverse();
        int[] all = [.. prefix, .. nodes];
        return new Route(all, ProbabilityOf(all, question));
    }

    /// <summary>How likely a route is open under a question with the same graph; of parallel arcs the likeliest counts.</summary>
    internal static double ProbabilityOf(int[] nodes, ReachQuestion question)
    {
        var probability = question.NodeChance[nodes[0]];
        for (var place = 1; place < nodes.Length; place++)
        {
            var carries = 0.0;
            for (var arc = question.Graph.Offsets[nodes[place - 1]]; arc < question.Graph.Offsets[nodes[place - 1] + 1]; arc++)
            {
                if (question.Graph.Heads[arc] == nodes[place]) carries = Math.Max(carries, question.ArcChance[question.Graph.Origin[arc]]);
            }

            probability *= carries * question.NodeChance[nodes[place]];
        }

        return probability;
    }

    private double Onward(int arc) => Cost(question.ArcChance[_graph.Origin[arc]]) + Cost(question.NodeChance[_graph.Heads[arc]]);

    private static double Cost(double probability) => probability <= 0 ? double.PositiveInfinity : -Math.Log(probability);
}
