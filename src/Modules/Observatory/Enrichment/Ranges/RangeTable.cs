using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Answers which value an address has: an index over the first 16 bits, then a binary search that stays within a few cache lines.</summary>
/// <remarks>
/// IPv4 keeps only the low 16 bits of each start, because segments are split at every /16. IPv6 keeps whole starts.
/// Immutable; the arrays are what a compiled file holds.
/// </remarks>
internal sealed class RangeTable
{
    private const int Blocks = 1 << 16;

    private readonly RangeArrays arrays;

    private RangeTable(RangeArrays arrays) => this.arrays = arrays;

    /// <summary>Knows nothing.</summary>
    public static RangeTable Empty { get; } = FromRanges([]);

    /// <summary>The arrays, for writing to a file.</summary>
    public RangeArrays Arrays => arrays;

    /// <summary>Compiles ranges; IPv4 ranges lie in the IPv4-mapped block.</summary>
    public static RangeTable FromRanges(List<AddressRange> ranges) => FromSegments(Segments.Flatten(ranges));

    /// <summary>Compiles a gapless run from address 0.</summary>
    public static RangeTable FromSegments(List<Segment> segments)
    {
        var low4 = new List<ushort>(Blocks);
        var value4 = new List<ulong>(Blocks);
        var index4 = new int[Blocks + 1];
        var at = LastAtOrBefore(segments, AddressValue.FirstIPv4);
        for (var block = 0; block < Blocks; block++)
        {
            var start = AddressValue.FirstIPv4 + ((UInt128)block << 16);
            while (at + 1 < segments.Count && segments[at + 1].Start <= start) at++;
            index4[block] = low4.Count;
            low4.Add(0);
            value4.Add(segments[at].Value);
            while (at + 1 < segments.Count && segments[at + 1].Start <= start + 0xFFFF)
            {
                at++;
                low4.Add((ushort)segments[at].Start);
                value4.Add(segments[at].Value);
            }
        }

        index4[Blocks] = low4.Count;

        // Nobody asks the IPv6 arrays for the IPv4-mapped block: its segments are left out, and the one after it is restored.
        var rest = segments.FindAll(segment => segment.Start <= AddressValue.FirstIPv4 || segment.Start > AddressValue.LastIPv4 + 1);
        var after = segments[LastAtOrBefore(segments, AddressValue.LastIPv4 + 1)].Value;
        rest.Insert(LastAtOrBefore(rest, AddressValue.LastIPv4) + 1, new Segment(AddressValue.LastIPv4 + 1, after));

        var index6 = new int[Blocks + 1];
        for (int block = 0, i = 0; block <= Blocks; block++)
        {
            while (i + 1 < rest.Count && (block == Blocks || rest[i + 1].Start <= (UInt128)block << 112)) i++;
            index6[block] = i;
        }

        return new RangeTable(new RangeArrays(
            index4,
            [.. low4],
            [.. value4],
            index6,
            [.. rest.Select(segment => AddressValue.ToAddress(segment.Start))],
            [.. rest.Select(segment => segment.Value)]));
    }

    /// <summary>Takes arrays read from a file; null when they would lead a lookup astray.</summary>
    public static RangeTable? FromArrays(RangeArrays arrays)
    {
        if (arrays.Low4.Length != arrays.Value4.Length || arrays.Start6.Length != arrays.Value6.Length) return null;
        if (arrays.Index4.Length != Blocks + 1 || arrays.Index6.Length != Blocks + 1) return null;
        if (arrays.Index4[0] != 0 || arrays.Index4[Blocks] != arrays.Low4.Length) return null;
        if (arrays.Index6[0] != 0 || arrays.Index6[Blocks] != arrays.Start6.Length - 1) return null;
        for (var i = 0; i < Blocks; i++)
        {
            if (arrays.Index4[i + 1] <= arrays.Index4[i] || arrays.Index6[i + 1] < arrays.Index6[i]) return null;
        }

        return new RangeTable(arrays);
    }

    /// <summary>The value that holds at the address; 0 when nothing is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(NetworkAddress address) => address.IsIPv4 ? Find4(address.IPv4) : Find6(address);

    /// <summary>The value that holds at an IPv4 address in host byte order.</summary>
    public ulong Find4(uint address)
    {
        var index = arrays.Index4;
        var block = (int)(address >> 16);
        var at = index[block];
        var count = index[block + 1] - at;
        var key = (ushort)address;

        // Bounds hold by construction (FromArrays checks what a file claims): at + count never passes the arrays' end.
        ref var low = ref MemoryMarshal.GetArrayDataReference(arrays.Low4);
        while (count > 1)
        {
            var half = count >> 1;
            at = Unsafe.Add(ref low, at + half) <= key ? at + half : at;
            count -= half;
        }

        return arrays.Value4[at];
    }

    private ulong Find6(NetworkAddress address)
    {
        var index = arrays.Index6;
        var starts = arrays.Start6;
        var block = (int)(address.High >> 48);
        var at = index[block];
        var count = index[block + 1] - at + 1;
        while (count > 1)
        {
            var half = count >> 1;
            if (starts[at + half] <= address) at += half;
            count -= half;
        }

        return arrays.Value6[at];
    }

    private static int LastAtOrBefore(List<Segment> segments, UInt128 address)
    {
        int low = 0, high = segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments[middle].Start <= address) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
