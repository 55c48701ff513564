namespace Noroshi.Observatory.Core;

/// <summary>Brings the lines of each source together, in place: distribution by one byte of the source after the other.</summary>
internal static class SourceOrder
{
    private const int Few = 48;

    private const ulong SourceAndFamily = SummaryKey.SourceBits | SummaryKey.IsIPv6;

    public static void Apply(Span<CountLine> lines) => Apply(lines, 56);

    private static void Apply(Span<CountLine> lines, int shift)
    {
        if (lines.Length <= Few)
        {
            Insert(lines);
            return;
        }

        // Below the source only the family is left to tell apart.
        if (shift < SummaryKey.SourceShift) shift = -1;
        Span<int> ends = stackalloc int[257];
        ends.Clear();
        foreach (ref readonly var line in lines) ends[Digit(line.Key, shift) + 1]++;
        for (var i = 1; i < ends.Length; i++) ends[i] += ends[i - 1];
        Span<int> next = stackalloc int[256];
        ends[..256].CopyTo(next);
        for (var bucket = 0; bucket < 256; bucket++)
        {
            while (next[bucket] < ends[bucket + 1])
            {
                ref var line = ref lines[next[bucket]];
                var digit = Digit(line.Key, shift);
                ref var place = ref lines[next[digit]++];
                // Where the line is in its own bucket already, this swaps it with itself.
                (line, place) = (place, line);
            }
        }

        if (shift < 0) return;
        for (var bucket = 0; bucket < 256; bucket++)
        {
            var part = lines[ends[bucket]..ends[bucket + 1]];
            if (part.Length > 1) Apply(part, shift - 8);
        }
    }

    private static int Digit(ulong key, int shift) => shift < 0 ? (int)(key & SummaryKey.IsIPv6) : (int)(key >> shift) & 0xFF;

    private static void Insert(Span<CountLine> lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i];
            var at = i;
            for (; at > 0 && (lines[at - 1].Key & SourceAndFamily) > (line.Key & SourceAndFamily); at--) lines[at] = lines[at - 1];
            lines[at] = line;
        }
    }
}
