using System.Runtime.InteropServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>The rows being counted: an open-addressing index over a dense list, and the targets that each has been seen to reach.</summary>
internal sealed class TupleTable(int limit)
{
    private const int Smallest = 1024;

    private readonly List<FlowTuple> tuples = [];
    private readonly MinuteMarks targets = new(limit);
    private FlowTuple[] taken = [];
    private int[] slots = new int[Smallest * 2];
    private long earliest = long.MaxValue;

    public int Count => tuples.Count;

    /// <summary>Adds an event to its row; false when a new row would be one too many.</summary>
    public bool Add(in FlowTuple key, in ObservedEvent observed)
    {
        var hash = key.Hash();
        var at = FindSlot(in key, hash);
        var number = slots[at];
        if (number == 0)
        {
            if (tuples.Count >= limit) return false;
            tuples.Add(key);
            slots[at] = number = tuples.Count;
            if (key.Minute < earliest) earliest = key.Minute;
            if (tuples.Count * 2 > slots.Length) Rehash(slots.Length * 2);
        }

        ref var tuple = ref CollectionsMarshal.AsSpan(tuples)[number - 1];
        tuple.Events++;
        tuple.Packets += observed.Packets;
        tuple.Bytes += observed.Bytes;
        if (targets.Of(key.Minute).Add(Mixing.Mix(hash ^ observed.Target.High, observed.Target.Low))) tuple.Targets++;
        return true;
    }

    /// <summary>Takes out the rows of minutes before a time. Valid until the next call.</summary>
    public ReadOnlySpan<FlowTuple> TakeBefore(long before)
    {
        if (tuples.Count == 0 || earliest >= before) return default;
        if (taken.Length < tuples.Count) taken = new FlowTuple[tuples.Count];
        var all = CollectionsMarshal.AsSpan(tuples);
        int kept = 0, count = 0;
        earliest = long.MaxValue;
        foreach (ref readonly var tuple in all)
        {
            if (tuple.Minute < before)
            {
                taken[count++] = tuple;
            }
            else
            {
                if (tuple.Minute < earliest) earliest = tuple.Minute;
                all[kept++] = tuple;
            }
        }

        CollectionsMarshal.SetCount(tuples, kept);
        if (kept == 0) targets.Clear();
        var size = Smallest * 2;
        while (size < kept * 4) size *= 2;
        Rehash(size);
        return taken.AsSpan(0, count);
    }

    private int FindSlot(in FlowTuple key, ulong hash)
    {
        var mask = slots.Length - 1;
        var all = CollectionsMarshal.AsSpan(tuples);
        for (var at = (int)(hash >> 32) & mask; ; at = (at + 1) & mask)
        {
            var number = slots[at];
            if (number == 0 || all[number - 1].HasKeyOf(in key)) return at;
        }
    }

    private void Rehash(int size)
    {
        slots = new int[size];
        var all = CollectionsMarshal.AsSpan(tuples);
        for (var i = 0; i < all.Length; i++)
        {
            var mask = size - 1;
            var at = (int)(all[i].Hash() >> 32) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = i + 1;
        }
    }
}
