namespace Noroshi.Federation.Ledger;

/// <summary>Which hashes a proof consists of, as ranges of leaves in the order of RFC 6962.</summary>
internal static class ProofShape
{
    /// <summary><c>PATH(index, D[size])</c> of section 2.1.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    internal static IReadOnlyList<LeafRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        for (long start = 0, end = size; end - start > 1;)
        {
            var cut = start + LeafRange.Cut(end - start);
            path.Add(index < cut ? new LeafRange(cut, end) : new LeafRange(start, cut));
            if (index < cut) end = cut;
            else start = cut;
        }

        path.Reverse();
        return path;
    }

    /// <summary><c>PROOF(from, D[to])</c> of section 2.1.2; empty where there is nothing to prove (from 0, or to itself).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first tree is larger than the second, or a size is negative.</exception>
    internal static IReadOnlyList<LeafRange> Consistency(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = new List<LeafRange>();
        if (from == 0 || from == to) return path;
        long start = 0, end = to;
        // Until the right cut was taken once, the first tree is whole below here, and its root is known to who verifies.
        var known = true;
        while (from != end)
        {
            var cut = start + LeafRange.Cut(end - start);
            if (from <= cut)
            {
                path.Add(new LeafRange(cut, end));
                end = cut;
            }
            else
            {
                path.Add(new LeafRange(start, cut));
                start = cut;
                known = false;
            }
        }

        if (!known) path.Add(new LeafRange(start, end));
        path.Reverse();
        return path;
    }
}
