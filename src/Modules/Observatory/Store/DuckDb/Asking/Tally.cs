namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Answers by key as they come in: sums, first and last, and unique sources exactly or by sketch.</summary>
internal sealed class Tally
{
    internal Dictionary<ulong, Line> Lines { get; } = [];

    /// <summary>True once a sketch has answered.</summary>
    internal bool Estimated { get; set; }

    internal Line this[ulong key] => Lines.TryGetValue(key, out var line) ? line : Lines[key] = new Line();

    /// <summary>Figures of one key.</summary>
    internal sealed class Line
    {
        internal ulong Events { get; set; }

        internal long First { get; set; } = long.MaxValue;

        internal long Last { get; set; } = long.MinValue;

        internal long Exact { get; set; }

        internal HyperLogLog? Sketch { get; set; }

        internal long Sources => Sketch?.Estimate() ?? Exact;

        internal void Add(ulong events, long first, long last)
        {
            Events += events;
            First = Math.Min(First, first);
            Last = Math.Max(Last, last);
        }
    }
}
