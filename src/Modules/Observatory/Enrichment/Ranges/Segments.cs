namespace Noroshi.Observatory.Enrichment;

/// <summary>Turns ranges, nested or overlapping, into one gapless ascending run of segments from address 0.</summary>
internal static class Segments
{
    /// <summary>At each address the range that starts latest wins, of those the smallest: for prefixes that is the longest match.</summary>
    public static List<Segment> Flatten(List<AddressRange> ranges)
    {
        ranges.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        var segments = new List<Segment>((ranges.Count * 2) + 1) { default };
        var open = new Stack<AddressRange>();
        foreach (var range in ranges)
        {
            Close(segments, open, range.First);
            open.Push(range);
            Mark(segments, range.First, range.Value);
        }

        while (open.Count > 0) CloseTop(segments, open);
        return segments;
    }

    /// <summary>Lays two runs over each other.</summary>
    public static List<Segment> Join(List<Segment> left, List<Segment> right, Func<ulong, ulong, ulong> combine)
    {
        var joined = new List<Segment>(left.Count + right.Count);
        int i = 0, j = 0;
        while (true)
        {
            var start = left[i].Start > right[j].Start ? left[i].Start : right[j].Start;
            var value = combine(left[i].Value, right[j].Value);
            if (joined.Count == 0 || joined[^1].Value != value) joined.Add(new Segment(start, value));

            var moreLeft = i + 1 < left.Count;
            var moreRight = j + 1 < right.Count;
            if (!moreLeft && !moreRight) return joined;
            if (!moreRight || (moreLeft && left[i + 1].Start <= right[j + 1].Start))
            {
                if (moreRight && left[i + 1].Start == right[j + 1].Start) j++;
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static void Close(List<Segment> segments, Stack<AddressRange> open, UInt128 before)
    {
        while (open.TryPeek(out var top) && top.Last < before) CloseTop(segments, open);
    }

    private static void CloseTop(List<Segment> segments, Stack<AddressRange> open)
    {
        var ended = open.Pop();
        while (open.TryPeek(out var outer) && outer.Last <= ended.Last) open.Pop();
        if (ended.Last == UInt128.MaxValue) return;
        Mark(segments, ended.Last + 1, open.TryPeek(out var resumed) ? resumed.Value : 0);
    }

    private static void Mark(List<Segment> segments, UInt128 start, ulong value)
    {
        if (segments[^1].Start == start)
        {
            segments.RemoveAt(segments.Count - 1);
            if (segments.Count == 0)
            {
                segments.Add(new Segment(start, value));
                return;
            }
        }

        if (segments[^1].Value != value) segments.Add(new Segment(start, value));
    }
}
