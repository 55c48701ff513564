using System.Security.Cryptography;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>Full hash tiles: from their files, else made again from the acts and kept.</summary>
internal sealed class TileSource(TileFiles files, ActLeaves acts)
{
    internal TileFiles Files => files;

    /// <summary>A full tile of the tree.</summary>
    /// <exception cref="LedgerRefusedException">The tile is gone, and the acts below it are not as they were recorded.</exception>
    internal async ValueTask<byte[]> ReadAsync(int level, long index, CancellationToken cancel)
    {
        if (files.Read(level, index) is { } kept) return kept;
        var made = new byte[TreeEdge.TileBytes];
        if (level == 0)
        {
            var next = index * TreeEdge.Width;
            await foreach (var leaf in acts.StreamAsync(next, TreeEdge.Width, cancel))
            {
                Check(leaf, next);
                MerkleHash.Leaf(leaf.Content, made.AsSpan((int)(next++ % TreeEdge.Width) * MerkleHash.Size));
            }

            if (next != (index + 1) * TreeEdge.Width) throw LedgerRefusedException.Leaf(next, "its act is missing");
        }
        else
        {
            for (var i = 0; i < TreeEdge.Width; i++)
                MerkleHash.Fold(await ReadAsync(level - 1, (index * TreeEdge.Width) + i, cancel)).CopyTo(made, i * MerkleHash.Size);
        }

        files.Write(level, index, made);
        return made;
    }

    /// <summary>An act goes into the tree only where it is the next one and as the audit chain has it.</summary>
    /// <exception cref="LedgerRefusedException">It is not.</exception>
    internal static void Check(ActLeaf leaf, long expected)
    {
        if (leaf.Index != expected) throw LedgerRefusedException.Leaf(expected, "its act is missing");
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        SHA256.HashData(leaf.Content, hash);
        if (!leaf.Hash.Equals(Convert.ToHexStringLower(hash), StringComparison.Ordinal)) throw LedgerRefusedException.Leaf(expected, "its act was changed after it was recorded");
    }
}
