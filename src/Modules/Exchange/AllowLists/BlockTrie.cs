namespace Noroshi.Exchange.AllowLists;

/// <summary>Blocks of addresses as a binary trie in one array: a look-up takes as many steps as the longest block has bits, however many there are.</summary>
internal sealed class BlockTrie
{
    // Two children for each node, 0 for none, and the lists that have a block which ends there.
    private readonly List<(int Zero, int One, List<int>? Lists)> _nodes = [(0, 0, null)];

    /// <summary>Adds a block of a list.</summary>
    public void Add(UInt128 bits, int prefix, int list)
    {
        var at = 0;
        for (var depth = 0; depth < prefix; depth++)
        {
            var isOne = (bits >> (127 - depth) & UInt128.One) != UInt128.Zero;
            var next = isOne ? _nodes[at].One : _nodes[at].Zero;
            if (next == 0)
            {
                next = _nodes.Count;
                _nodes.Add((0, 0, null));
                _nodes[at] = isOne ? _nodes[at] with { One = next } : _nodes[at] with { Zero = next };
            }

            at = next;
        }

        var lists = _nodes[at].Lists ?? [];
        if (!lists.Contains(list)) lists.Add(list);
        _nodes[at] = _nodes[at] with { Lists = lists };
    }

    /// <summary>The list of the widest block that covers a block, and that is wanted; −1 when none does.</summary>
    public int Find(UInt128 bits, int prefix, Func<int, bool> wanted)
    {
        var at = 0;
        for (var depth = 0; ; depth++)
        {
            var (zero, one, lists) = _nodes[at];
            foreach (var list in lists ?? [])
            {
                if (wanted(list)) return list;
            }

            if (depth == prefix) return -1;
            at = (bits >> (127 - depth) & UInt128.One) != UInt128.Zero ? one : zero;
            if (at == 0) return -1;
        }
    }
}
