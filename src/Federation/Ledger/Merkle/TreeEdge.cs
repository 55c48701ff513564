namespace Noroshi.Federation.Ledger;

/// <summary>Takes a hash tile that has become full.</summary>
/// <param name="level">0 for leaf hashes; above, each hash is the root of a full tile below.</param>
/// <param name="index">The tile, from 0.</param>
/// <param name="hashes">256 hashes; valid only during the call.</param>
internal delegate void FullTile(int level, long index, ReadOnlySpan<byte> hashes);

/// <summary>The right edge of a growing tree: at each level the hashes that no full tile holds yet. Adding a leaf costs two hashes on average.</summary>
internal sealed class TreeEdge
{
    /// <summary>Hashes in a full tile.</summary>
    internal const int Width = 256;

    /// <summary>Bytes of a full tile.</summary>
    internal const int TileBytes = Width * MerkleHash.Size;
    private const int Bits = 8;
    private readonly List<byte[]> _levels = [];
    private readonly FullTile? _full;

    /// <summary>An edge without leaves.</summary>
    internal TreeEdge(FullTile? full = null) => _full = full;

    /// <summary>An edge as it was left; what each level holds is in proportion to the size.</summary>
    internal TreeEdge(long size, IReadOnlyList<byte[]> levels, FullTile? full = null)
        : this(full)
    {
        for (var level = 0; level < levels.Count; level++)
        {
            if (levels[level].Length != Held(size, level) * MerkleHash.Size) throw new ArgumentException($"Level {level} does not fit a tree of {size} leaves.", nameof(levels));
            levels[level].CopyTo(Level(level), 0);
        }

        if (Held(size, levels.Count) != 0 || size >> (Bits * levels.Count) != 0) throw new ArgumentException("Levels are missing.", nameof(levels));
        Size = size;
    }

    /// <summary>Number of leaves.</summary>
    internal long Size { get; private set; }

    /// <summary>How many hashes a level's partial tile holds in a tree of that size.</summary>
    internal static int Held(long size, int level) => Bits * level > 62 ? 0 : (int)((size >> (Bits * level)) & (Width - 1));

    /// <summary>How many full tiles a level has in a tree of that size.</summary>
    internal static long Full(long size, int level) => Bits * (level + 1) > 62 ? 0 : size >> (Bits * (level + 1));

    /// <summary>Adds the hash of the next leaf.</summary>
    internal void Add(ReadOnlySpan<byte> leafHash)
    {
        var size = Size;
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        leafHash.CopyTo(hash);
        for (var level = 0; ; level++)
        {
            var tile = Level(level);
            var place = Held(size, level);
            hash.CopyTo(tile.AsSpan(place * MerkleHash.Size));
            if (place < Width - 1) break;
            _full?.Invoke(level, Full(size, level), tile);
            MerkleHash.Fold(tile).CopyTo(hash);
        }

        Size = size + 1;
    }

    /// <summary>Copies of the partial tiles, from the leaves up to the highest level that is not empty.</summary>
    internal IReadOnlyList<byte[]> Levels()
    {
        var levels = new List<byte[]>();
        for (var level = 0; level == 0 || Size >> (Bits * level) != 0; level++) levels.Add(Level(level)[..(Held(Size, level) * MerkleHash.Size)]);
        return levels;
    }

    /// <summary>The root of the tree as it stands.</summary>
    internal byte[] Root()
    {
        byte[]? root = null;
        for (var level = 0; level < _levels.Count; level++)
        {
            var held = Held(Size, level);
            var hashes = Level(level).AsSpan(0, held * MerkleHash.Size);
            // From the right, smallest first: the hashes of a partial tile fall into subtrees as its width falls into powers of two.
            for (int end = held, part; end > 0; end -= part)
            {
                part = end & -end;
                var peak = MerkleHash.Fold(hashes.Slice((end - part) * MerkleHash.Size, part * MerkleHash.Size));
                root = root is null ? peak : MerkleHash.Node(peak, root);
            }
        }

        return root ?? MerkleHash.Empty;
    }

    private byte[] Level(int level)
    {
        while (_levels.Count <= level) _levels.Add(new byte[TileBytes]);
        return _levels[level];
    }
}
