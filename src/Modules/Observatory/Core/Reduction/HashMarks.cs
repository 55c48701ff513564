namespace Noroshi.Observatory.Core;

/// <summary>Remembers up to a number of 64-bit hashes; when full it says "seen" to all others, so that counts are lower bounds.</summary>
internal sealed class HashMarks(int limit)
{
    private const int Smallest = 4096;

    private ulong[] slots = new ulong[Smallest];
    private int count;

    /// <summary>True the first time a hash is given.</summary>
    public bool Add(ulong hash)
    {
        // Zero marks an empty place.
        hash |= 1;
        var mask = slots.Length - 1;
        for (var at = (int)(hash >> 40) & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == hash) return false;
            if (slots[at] != 0) continue;
            if (count >= limit) return false;
            slots[at] = hash;
            if (++count * 2 > slots.Length) Grow();
            return true;
        }
    }

    public void Clear()
    {
        if (count == 0) return;
        count = 0;
        if (slots.Length > Smallest) slots = new ulong[Smallest];
        else Array.Clear(slots);
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[old.Length * 2];
        var mask = slots.Length - 1;
        foreach (var hash in old)
        {
            if (hash == 0) continue;
            var at = (int)(hash >> 40) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = hash;
        }
    }
}
