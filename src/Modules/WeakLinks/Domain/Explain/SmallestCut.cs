namespace Noroshi.WeakLinks.Domain;

/// <summary>The fewest nodes whose closing separates a target from every entry: a flow through nodes of capacity one (Menger).</summary>
internal sealed class SmallestCut
{
    private const int Unlimited = int.MaxValue;

    private readonly List<int> _heads = [];
    private readonly List<int> _left = [];
    private readonly List<int> _next = [];
    private readonly int[] _first;
    private readonly int[] _came;

    private SmallestCut(int vertices)
    {
        _first = new int[vertices];
        _came = new int[vertices];
        Array.Fill(_first, -1);
    }

    /// <summary>The nodes, in the order of the file; null where no set of other nodes separates them, empty where the target is out of reach anyway.</summary>
    internal static IReadOnlyList<int>? Find(ReachQuestion question, EntryScenario scenario, int target)
    {
        if (scenario.Entries.Contains(target)) return null;
        var graph = question.Graph;
        var nodes = graph.NodeCount;
        var source = 2 * nodes;
        // A node is two vertices with an arc of capacity one between them: 2n is its entrance, 2n + 1 its exit.
        var cut = new SmallestCut((2 * nodes) + 1);
        HashSet<int> fixedNodes = [.. scenario.Entries, target];
        for (var node = 0; node < nodes; node++)
        {
            if (question.NodeChance[node] <= 0) continue;
            cut.Add(2 * node, (2 * node) + 1, fixedNodes.Contains(node) ? Unlimited : 1);
            for (var arc = graph.Offsets[node]; arc < graph.Offsets[node + 1]; arc++)
            {
                if (question.ArcChance[graph.Origin[arc]] > 0) cut.Add((2 * node) + 1, 2 * graph.Heads[arc], Unlimited);
            }
        }

        foreach (var entry in scenario.Entries) cut.Add(source, 2 * entry, Unlimited);
        while (cut.Reaches(source, (2 * target) + 1))
        {
            if (!cut.Push(source, (2 * target) + 1)) return null;
        }

        return [.. Enumerable.Range(0, nodes).Where(node => cut._came[2 * node] >= 0 && cut._came[(2 * node) + 1] < 0 && question.NodeChance[node] > 0)];
    }

    private void Add(int from, int to, int capacity)
    {
        Half(from, to, capacity);
        Half(to, from, 0);

        void Half(int tail, int head, int left)
        {
            _heads.Add(head);
            _left.Add(left);
            _next.Add(_first[tail]);
            _first[tail] = _heads.Count - 1;
        }
    }

    private bool Reaches(int source, int sink)
    {
        Array.Fill(_came, -1);
        _came[source] = int.MaxValue;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var vertex))
        {
            for (var arc = _first[vertex]; arc >= 0; arc = _next[arc])
            {
                var head = _heads[arc];
                if (_left[arc] == 0 || _came[head] >= 0) continue;
                _came[head] = arc;
                if (head == sink) return true;
                queue.Enqueue(head);
            }
        }

        return false;
    }

    // False where the way holds no node that could be closed.
    private bool Push(int source, int sink)
    {
        var limited = false;
        for (var vertex = sink; vertex != source; vertex = _heads[_came[vertex] ^ 1]) limited |= _left[_came[vertex]] != Unlimited;
        if (!limited) return false;
        for (var vertex = sink; vertex != source; vertex = _heads[_came[vertex] ^ 1])
        {
            var arc = _came[vertex];
            if (_left[arc] != Unlimited) _left[arc]--;
            if (_left[arc ^ 1] != Unlimited) _left[arc ^ 1]++;
        }

        return true;
    }
}
