using System.Numerics;
using System.Runtime.CompilerServices;

namespace Noroshi.Observatory.Core;

/// <summary>Events and distinct sources per group. Sources come one after the other, so remembering the last one per group is enough.</summary>
internal sealed class GroupTable
{
    private GroupLine[] lines = new GroupLine[1024];
    private int count;

    public int Count => count;

    public IEnumerable<GroupLine> Lines => lines.Where(line => line.Events != 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(GroupKey key, ulong events, uint sourceNumber)
    {
        ref var line = ref Find(key);
        if (line.Events == 0)
        {
            line.Key = key;
            line.LastSource = sourceNumber;
            line.Sources = 1;
            line.Events = events;
            if (++count * 5L > lines.Length * 3L) Grow();
            return;
        }

        line.Events += events;
        if (line.LastSource == sourceNumber) return;
        line.LastSource = sourceNumber;
        line.Sources++;
    }

    private ref GroupLine Find(GroupKey key)
    {
        var mask = lines.Length - 1;
        var shift = 64 - BitOperations.Log2((uint)lines.Length);
        for (var at = (int)(Mixing.Mix(key.High, key.Low) >> shift); ; at = (at + 1) & mask)
        {
            ref var line = ref lines[at];
            if (line.Events == 0 || line.Key == key) return ref line;
        }
    }

    private void Grow()
    {
        var old = lines;
        lines = new GroupLine[old.Length * 4];
        foreach (ref readonly var line in old.AsSpan())
        {
            if (line.Events != 0) Find(line.Key) = line;
        }
    }
}
