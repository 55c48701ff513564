namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// Through which nodes everything that is reached must pass. Semi-NCA (Georgiadis 2005): semidominators after Lengauer and Tarjan with path compression,
/// then the nearest common ancestor in the tree as it grows. The work of one thread; reused from world to world, and its cost is that of what is reached.
/// </summary>
internal sealed class DominatorTree
{
    private readonly LinkGraph _graph;
    private readonly int[] _number;
    private readonly int[] _node;
    private readonly int[] _parent;
    private readonly int[] _ancestor;
    private readonly int[] _label;
    private readonly int[] _semi;
    private readonly int[] _idom;
    private readonly int[] _firstArc;
    private readonly int[] _place;
    private readonly int[] _stack;
    private readonly double[] _below;
    private int[] _arcTail;
    private int[] _nextArc;

    internal DominatorTree(LinkGraph graph)
    {
        _graph = graph;
        // Number 0 is the root above all entries; node n stands under number n + 1 or less.
        var size = graph.NodeCount + 1;
        (_number, _node, _parent, _ancestor, _label, _semi) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        (_idom, _firstArc, _place, _stack, _below) = (new int[size], new int[size], new int[size], new int[size], new double[size]);
        (_arcTail, _nextArc) = (new int[1024], new int[1024]);
    }

    /// <summary>How many nodes are reached.</summary>
    internal int Count { get; private set; }

    /// <summary>The node under a number, 1 to <see cref="Count"/>, in the order of the search.</summary>
    internal int NodeAt(int number) => _node[number];

    /// <summary>The number of the immediate dominator; 0 is the root above all entries.</summary>
    internal int DominatorOf(int number) => _idom[number];

    /// <summary>Builds the tree of one world: nodes that are open and arcs that carry in the world of the bit.</summary>
    internal void Build(int[] entries, ulong[] open, ulong[] carries, ulong bit)
    {
        for (var number = 1; number <= Count; number++) _number[_node[number]] = 0;
        Count = 0;
        Search(entries, open, carries, bit);
        var count = Count;
        for (var number = 0; number <= count; number++)
        {
            _label[number] = number;
            _semi[number] = number;
            _ancestor[number] = _parent[number];
            _idom[number] = _parent[number];
        }

        for (var number = count; number >= 1; number--)
        {
            var semi = _parent[number];
            for (var arc = _firstArc[number]; arc != 0; arc = _nextArc[arc])
            {
                var candidate = _semi[Evaluate(_arcTail[arc], number + 1)];
                if (candidate < semi) semi = candidate;
            }

            _semi[number] = semi;
        }

        for (var number = 1; number <= count; number++)
        {
            var dominator = _idom[number];
            while (dominator > _semi[number]) dominator = _idom[dominator];
            _idom[number] = dominator;
        }
    }

    /// <summary>Adds to every reached node the value below it in the tree, itself included, times the rate.</summary>
    internal void AddCutOff(double[] value, double rate, double[] cutOff, List<int> touched)
    {
        for (var number = 1; number <= Count; number++) _below[number] = value[_node[number]];
        _below[0] = 0;
        for (var number = Count; number >= 1; number--)
        {
            var below = _below[number];
            if (below == 0) continue;
            _below[_idom[number]] += below;
            var node = _node[number];
            if (cutOff[node] == 0) touched.Add(node);
            cutOff[node] += rate * below;
        }
    }

    // Depth-first numbering; every arc between reached nodes is kept in a chain at its head.
    private void Search(int[] entries, ulong[] open, ulong[] carries, ulong bit)
    {
        var (offsets, heads) = (_graph.Offsets, _graph.Heads);
        var arcs = 0;
        _parent[0] = 0;
        foreach (var entry in entries)
        {
            if ((open[entry] & bit) == 0) continue;
            if (_number[entry] != 0)
            {
                Chain(ref arcs, 0, _number[entry]);
                continue;
            }

            Enter(entry, 0);
            var depth = 0;
            _stack[depth++] = Count;
            while (depth > 0)
            {
                var number = _stack[depth - 1];
                var end = offsets[_node[number] + 1];
                var place = _place[number];
                var entered = false;
                while (place < end)
                {
                    var arc = place++;
                    if ((carries[arc] & bit) == 0) continue;
                    var next = heads[arc];
                    if ((open[next] & bit) == 0) continue;
                    if (_number[next] != 0)
                    {
                        Chain(ref arcs, number, _number[next]);
                        continue;
                    }

                    _place[number] = place;
                    Enter(next, number);
                    _stack[depth++] = Count;
                    entered = true;
                    break;
                }

                if (!entered) depth--;
            }
        }
    }

    private void Enter(int node, int parent)
    {
        var number = ++Count;
        (_number[node], _node[number], _parent[number], _firstArc[number], _place[number]) = (number, node, parent, 0, _graph.Offsets[node]);
    }

    // The arc of the tree itself is the parent; it needs no place in the chain.
    private void Chain(ref int arcs, int tail, int head)
    {
        if (tail == head) return;
        arcs++;
        if (arcs == _arcTail.Length)
        {
            Array.Resize(ref _arcTail, arcs * 2);
            Array.Resize(ref _nextArc, arcs * 2);
        }

        (_arcTail[arcs], _nextArc[arcs]) = (tail, _firstArc[head]);
        _firstArc[head] = arcs;
    }

    // The number with the least semidominator on the linked way up; numbers from lastLinked on are linked.
    private int Evaluate(int number, int lastLinked)
    {
        if (_ancestor[number] < lastLinked) return _label[number];
        var depth = 0;
        var at = number;
        do
        {
            _stack[depth++] = at;
            at = _ancestor[at];
        }
        while (_ancestor[at] >= lastLinked);
        var (above, label) = (at, _label[at]);
        while (depth > 0)
        {
            at = _stack[--depth];
            _ancestor[at] = _ancestor[above];
            if (_semi[label] < _semi[_label[at]]) _label[at] = label;
            else label = _label[at];
            above = at;
        }

        return label;
    }
}
