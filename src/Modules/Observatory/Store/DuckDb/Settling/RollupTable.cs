namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Sums and sketches by key, in memory: open addressing, no allocation per row but for growth.</summary>
internal sealed class RollupTable
{
    private int[] _slots = new int[1024];
    private Cell[] _cells = new Cell[512];

    internal int Count { get; private set; }

    internal ReadOnlySpan<Cell> Cells => _cells.AsSpan(0, Count);

    /// <summary>The cell of a key, made when new.</summary>
    internal ref Cell this[in RollupKey key]
    {
        get
        {
            var mask = _slots.Length - 1;
            var slot = key.Hash & mask;
            while (_slots[slot] != 0)
            {
                ref var found = ref _cells[_slots[slot] - 1];
                if (found.Key == key) return ref found;
                slot = (slot + 1) & mask;
            }

            if (Count == _cells.Length)
            {
                Grow();
                mask = _slots.Length - 1;
                slot = key.Hash & mask;
                while (_slots[slot] != 0) slot = (slot + 1) & mask;
            }

            _slots[slot] = ++Count;
            ref var made = ref _cells[Count - 1];
            made.Key = key;
            made.First = int.MaxValue;
            made.Last = int.MinValue;
            return ref made;
        }
    }

    /// <summary>The same figures in wider bins.</summary>
    internal RollupTable Widen(int width)
    {
        var wide = new RollupTable();
        foreach (ref readonly var cell in Cells)
        {
            ref var into = ref wide[cell.Key.Widen(width)];
            into.Take(cell);
        }

        return wide;
    }

    /// <summary>Cells by time, then by what the rollup is by, so that the engine's block statistics skip well.</summary>
    internal Cell[] Sorted()
    {
        var cells = Cells.ToArray();
        Array.Sort(cells, static (a, b) => a.Key.CompareTo(b.Key));
        return cells;
    }

    private void Grow()
    {
        Array.Resize(ref _cells, _cells.Length * 2);
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = _cells[i].Key.Hash & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    /// <summary>The figures of one key.</summary>
    internal struct Cell
    {
        internal RollupKey Key;
        internal ulong Events;
        internal ulong Packets;
        internal ulong Bytes;
        internal int First;
        internal int Last;

        /// <summary>Null while nothing was counted: backscatter is never a source.</summary>
        internal HyperLogLog? Sketch;

        internal void Take(in Cell other)
        {
            Events += other.Events;
            Packets += other.Packets;
            Bytes += other.Bytes;
            First = Math.Min(First, other.First);
            Last = Math.Max(Last, other.Last);
            if (other.Sketch is { } sketch) (Sketch ??= new HyperLogLog()).Merge(sketch);
        }
    }
}
