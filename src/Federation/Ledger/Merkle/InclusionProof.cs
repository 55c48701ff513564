namespace Noroshi.Federation.Ledger;

/// <summary>Shows that a leaf is in a tree: the hashes from the leaf's neighbour up to the root's child (RFC 6962, 2.1.1).</summary>
/// <param name="Index">The leaf, from 0.</param>
/// <param name="Size">Number of leaves of the tree.</param>
/// <param name="Path">Hashes of 32 bytes, from the leaf upwards.</param>
internal sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path)
{
    /// <summary>True when the path leads from this leaf's hash to this root, no step missing or left over.</summary>
    internal bool Verifies(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root)
    {
        if (Index < 0 || Index >= Size || leafHash.Length != MerkleHash.Size) return false;
        var (at, last) = (Index, Size - 1);
        var hash = leafHash.ToArray();
        foreach (var step in Path)
        {
            if (last == 0 || step.Length != MerkleHash.Size) return false;
            if ((at & 1) == 1 || at == last)
            {
                MerkleHash.Node(step, hash, hash);
                while ((at & 1) == 0 && at != 0) (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                MerkleHash.Node(hash, step, hash);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }
}
