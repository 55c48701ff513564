namespace Noroshi.Federation.Ledger;

/// <summary>The tree at one size: its full tiles, and the partial ones at its right edge. Never changes; a larger tree is another one.</summary>
internal sealed class LedgerTree(long size, IReadOnlyList<byte[]> edge, TileSource tiles)
{
    private const int Bits = 8;

    /// <summary>Number of leaves.</summary>
    internal long Size => size;

    /// <summary>The partial tiles, by level.</summary>
    internal IReadOnlyList<byte[]> Edge => edge;

    /// <summary>The root of this tree, or of the smaller one it began as.</summary>
    /// <param name="at">Number of leaves, at most <see cref="Size"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    internal async Task<byte[]> RootAsync(long at, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, size);
        return at == 0 ? MerkleHash.Empty : await HashAsync(new LeafRange(0, at), [], cancel);
    }

    /// <summary>Proves that a leaf is in the tree of that many leaves.</summary>
    internal async Task<InclusionProof> InclusionAsync(long index, long at, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, size);
        return new InclusionProof(index, at, await HashesAsync(ProofShape.Inclusion(index, at), cancel));
    }

    /// <summary>Proves that the tree of <paramref name="to"/> leaves begins with that of <paramref name="from"/>.</summary>
    internal async Task<ConsistencyProof> ConsistencyAsync(long from, long to, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, size);
        return new ConsistencyProof(from, to, await HashesAsync(ProofShape.Consistency(from, to), cancel));
    }

    /// <summary>The hashes of a tile, as many as its width says; null where the tree does not reach.</summary>
    internal async Task<byte[]?> TileAsync(int level, long index, int width, CancellationToken cancel)
    {
        var full = TreeEdge.Full(size, level);
        if (index > full || (index == full && width > TreeEdge.Held(size, level))) return null;
        var hashes = await TileAsync(level, index, [], cancel);
        return hashes[..(width * MerkleHash.Size)];
    }

    private async Task<IReadOnlyList<byte[]>> HashesAsync(IReadOnlyList<LeafRange> ranges, CancellationToken cancel)
    {
        // Neighbours on a path share tiles.
        var read = new Dictionary<(int, long), byte[]>();
        var hashes = new List<byte[]>(ranges.Count);
        foreach (var range in ranges) hashes.Add(await HashAsync(range, read, cancel));
        return hashes;
    }

    private async Task<byte[]> HashAsync(LeafRange range, Dictionary<(int Level, long Index), byte[]> read, CancellationToken cancel)
    {
        byte[]? hash = null;
        foreach (var (height, index) in range.Subtrees().Reverse())
        {
            var (level, within) = (height / Bits, height % Bits);
            var first = index << within;
            var tile = await TileAsync(level, first >> Bits, read, cancel);
            var subtree = MerkleHash.Fold(tile.AsSpan((int)(first & (TreeEdge.Width - 1)) * MerkleHash.Size, MerkleHash.Size << within));
            hash = hash is null ? subtree : MerkleHash.Node(subtree, hash);
        }

        return hash ?? MerkleHash.Empty;
    }

    private async ValueTask<byte[]> TileAsync(int level, long index, Dictionary<(int Level, long Index), byte[]> read, CancellationToken cancel)
    {
        if (index == TreeEdge.Full(size, level)) return edge[level];
        if (read.TryGetValue((level, index), out var known)) return known;
        return read[(level, index)] = await tiles.ReadAsync(level, index, cancel);
    }
}
