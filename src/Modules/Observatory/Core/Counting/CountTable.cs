using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Noroshi.Observatory.Core;

/// <summary>
/// Counts 64-bit keys by open addressing. Keys wait in a short queue while the memory they will touch is fetched ahead, so that the
/// processor works on many lines at once instead of waiting for each.
/// </summary>
internal sealed unsafe class CountTable : IDisposable
{
    private const int Queue = 64;
    private const int SmallestBits = 16;
    private const int LargeBits = 20;

    private readonly ulong[] queue = new ulong[Queue];
    private CountLine* lines;
    private int bits = SmallestBits;
    private int queued;

    public CountTable() => lines = (CountLine*)HugeMemory.Allocate(Bytes);

    /// <summary>Distinct keys, once <see cref="Complete"/> was called.</summary>
    public long Count { get; private set; }

    private nuint Bytes => ((nuint)1 << bits) * (nuint)sizeof(CountLine);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong key)
    {
        if (Sse.IsSupported) Sse.Prefetch0(lines + (Mixing.Mix(key) >> (64 - bits)));
        queue[queued] = key;
        if (++queued == Queue) Drain();
    }

    /// <summary>Counts what still waits.</summary>
    public void Complete() => Drain();

    /// <summary>Moves the lines together and lends them out; nothing can be added after this.</summary>
    public Span<CountLine> Take()
    {
        Drain();
        var size = 1L << bits;
        long kept = 0;
        for (long at = 0; at < size; at++)
        {
            if (lines[at].Count != 0) lines[kept++] = lines[at];
        }

        return new Span<CountLine>(lines, checked((int)kept));
    }

    public void Dispose()
    {
        if (lines != null) HugeMemory.Free(lines, Bytes);
        lines = null;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Drain()
    {
        var count = queued;
        queued = 0;
        foreach (var key in queue.AsSpan(0, count))
        {
            var mask = (1UL << bits) - 1;
            var at = Mixing.Mix(key) >> (64 - bits);
            while (lines[at].Count != 0 && lines[at].Key != key) at = (at + 1) & mask;
            if (lines[at].Count++ != 0) continue;
            lines[at].Key = key;
            if (++Count * 5 > (3L << bits)) Grow();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var old = lines;
        var oldBytes = Bytes;
        var oldSize = 1L << bits;
        // A large table that is mostly empty costs more in pages cleared than growing once more does.
        bits += bits < LargeBits ? 2 : 1;
        lines = (CountLine*)HugeMemory.Allocate(Bytes);
        var mask = (1UL << bits) - 1;
        // The hash's upper bits are the place, so lines move in order and the writes are nearly sequential.
        for (long from = 0; from < oldSize; from++)
        {
            if (old[from].Count == 0) continue;
            var at = Mixing.Mix(old[from].Key) >> (64 - bits);
            while (lines[at].Count != 0) at = (at + 1) & mask;
            lines[at] = old[from];
        }

        HugeMemory.Free(old, oldBytes);
    }
}
