using System.Numerics;

namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// Sixty-four worlds at once: bit w of a mask says what holds in world w of the block. One breadth-first wave carries the masks of all worlds, so an arc
/// costs little more than it would for one. The work of one thread; reused from block to block.
/// </summary>
internal sealed class WorldBlock
{
    private readonly ChanceDigits _chance;
    private readonly LinkGraph _graph;
    private readonly int[] _drawn;
    private readonly ulong[] _done;
    private readonly bool[] _waiting;
    private readonly int[] _queue;
    private readonly List<int> _touched = [];
    private int _stamp;
    private ulong _key;

    internal WorldBlock(ChanceDigits chance)
    {
        _chance = chance;
        _graph = chance.Question.Graph;
        var nodes = _graph.NodeCount;
        (Open, _drawn, _done, _waiting, _queue) = (new ulong[nodes], new int[nodes], new ulong[nodes], new bool[nodes], new int[nodes + 1]);
        Carries = new ulong[_graph.ArcCount];
        Reached = [.. chance.Question.Scenarios.Select(_ => new ulong[nodes])];
    }

    /// <summary>In which worlds each node is open; only of nodes that were asked about in this block.</summary>
    internal ulong[] Open { get; }

    /// <summary>In which worlds each arc carries; only of arcs out of nodes that were reached in this block.</summary>
    internal ulong[] Carries { get; }

    /// <summary>In which worlds each node is reached, by scenario.</summary>
    internal ulong[][] Reached { get; }

    /// <summary>Draws a block and lets every scenario spread in the worlds of the mask.</summary>
    internal void Draw(ulong seed, long block, ulong worlds)
    {
        _key = CounterRandom.Key(seed, block);
        _stamp++;
        var question = _chance.Question;
        for (var node = 0; node < Open.Length; node++)
            Open[node] = _chance.CertainNode[node] ? ulong.MaxValue : CounterRandom.Below(CounterRandom.Stream(_key, (ulong)node << 1), _chance.Node[node]);
        for (var scenario = 0; scenario < question.Scenarios.Count; scenario++) Spread(question.Scenarios[scenario].Entries, Reached[scenario], worlds);
    }

    private void Spread(int[] entries, ulong[] reached, ulong worlds)
    {
        Array.Clear(reached);
        _touched.Clear();
        var (head, tail, size) = (0, 0, _queue.Length);
        foreach (var entry in entries)
        {
            var open = Open[entry] & worlds;
            if (open == 0 || reached[entry] != 0) continue;
            reached[entry] = open;
            _waiting[entry] = true;
            _queue[tail++] = entry;
            _touched.Add(entry);
        }

        var (offsets, heads, carries) = (_graph.Offsets, _graph.Heads, Carries);
        while (head != tail)
        {
            var node = _queue[head++];
            if (head == size) head = 0;
            _waiting[node] = false;
            var fresh = reached[node] & ~_done[node];
            _done[node] |= fresh;
            if (_drawn[node] != _stamp) DrawArcs(node);
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                var next = heads[arc];
                var more = fresh & carries[arc] & Open[next] & ~reached[next];
                if (more == 0) continue;
                if (reached[next] == 0) _touched.Add(next);
                reached[next] |= more;
                if (_waiting[next]) continue;
                _waiting[next] = true;
                _queue[tail++] = next;
                if (tail == size) tail = 0;
            }
        }

        foreach (var node in _touched) _done[node] = 0;
    }

    // Arcs are drawn when the first wave leaves their tail; where nothing arrives nothing need be known.
    private void DrawArcs(int node)
    {
        _drawn[node] = _stamp;
        for (var arc = _graph.Offsets[node]; arc < _graph.Offsets[node + 1]; arc++)
        {
            Carries[arc] = _chance.CertainArc[arc]
                ? ulong.MaxValue
                : CounterRandom.Below(CounterRandom.Stream(_key, ((ulong)_graph.Origin[arc] << 1) | 1), _chance.Arc[arc]);
        }
    }

    /// <summary>Adds to <paramref name="loss"/>, one number a world, what a scenario costs in a year.</summary>
    internal void AddLoss(int scenario, double[] loss, long[] hits)
    {
        var question = _chance.Question;
        var reached = Reached[scenario];
        for (var place = 0; place < question.Targets.Length; place++)
        {
            var target = question.Targets[place];
            var worlds = reached[target];
            hits[place] += BitOperations.PopCount(worlds);
            var cost = question.Scenarios[scenario].Rate * question.Value[target];
            for (; worlds != 0; worlds &= worlds - 1) loss[BitOperations.TrailingZeroCount(worlds)] += cost;
        }
    }
}
