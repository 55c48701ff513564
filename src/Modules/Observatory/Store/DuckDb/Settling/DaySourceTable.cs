using Noroshi.Kernel;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Exact sums by day and source, in memory.</summary>
internal sealed class DaySourceTable
{
    private int[] _slots = new int[4096];
    private Cell[] _cells = new Cell[2048];

    internal int Count { get; private set; }

    internal ref Cell this[in RollupKey key, in NetworkAddress source, ulong sourceHash]
    {
        get
        {
            var mask = _slots.Length - 1;
            var slot = Hash(key, sourceHash) & mask;
            while (_slots[slot] != 0)
            {
                ref var found = ref _cells[_slots[slot] - 1];
                if (found.Source == source && found.Key == key) return ref found;
                slot = (slot + 1) & mask;
            }

            if (Count == _cells.Length)
            {
                Grow();
                mask = _slots.Length - 1;
                slot = Hash(key, sourceHash) & mask;
                while (_slots[slot] != 0) slot = (slot + 1) & mask;
            }

            _slots[slot] = ++Count;
            ref var made = ref _cells[Count - 1];
            made.Key = key;
            made.Source = source;
            made.First = int.MaxValue;
            made.Last = int.MinValue;
            return ref made;
        }
    }

    /// <summary>Cells by day, country, network and source.</summary>
    internal Cell[] Sorted()
    {
        var cells = _cells.AsSpan(0, Count).ToArray();
        Array.Sort(cells, static (a, b) => a.Key.CompareTo(b.Key) is var order && order != 0 ? order : a.Source.CompareTo(b.Source));
        return cells;
    }

    private static int Hash(in RollupKey key, ulong sourceHash) => (int)((sourceHash ^ (ulong)key.Hash * 0x9E3779B97F4A7C15) >> 33);

    private void Grow()
    {
        Array.Resize(ref _cells, _cells.Length * 2);
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = Hash(_cells[i].Key, HyperLogLog.Hash(_cells[i].Source)) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    /// <summary>The figures of one source on one day.</summary>
    internal struct Cell
    {
        internal RollupKey Key;
        internal NetworkAddress Source;
        internal ulong Events;
        internal ulong Packets;
        internal ulong Bytes;
        internal int First;
        internal int Last;
    }
}
