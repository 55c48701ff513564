using System.Numerics;

namespace Noroshi.Federation.Ledger;

/// <summary>Shows that a tree begins with all leaves of a smaller one: nothing was changed, only added (RFC 6962, 2.1.2).</summary>
/// <param name="From">Number of leaves of the smaller tree.</param>
/// <param name="To">Number of leaves of the larger tree.</param>
/// <param name="Path">Hashes of 32 bytes; empty from 0 and to itself.</param>
internal sealed record ConsistencyProof(long From, long To, IReadOnlyList<byte[]> Path)
{
    /// <summary>True when both roots follow from the path, no step missing or left over.</summary>
    internal bool Verifies(ReadOnlySpan<byte> fromRoot, ReadOnlySpan<byte> toRoot)
    {
        if (From < 0 || From > To || Path.Any(step => step.Length != MerkleHash.Size)) return false;
        if (From == To) return Path.Count == 0 && fromRoot.SequenceEqual(toRoot);
        if (From == 0) return Path.Count == 0 && fromRoot.SequenceEqual(MerkleHash.Empty);
        var (at, last) = (From - 1, To - 1);
        while ((at & 1) == 1) (at, last) = (at >> 1, last >> 1);
        // A smaller tree that is perfect is its own first step, and the proof leaves it out.
        var whole = BitOperations.IsPow2(From);
        if (!whole && Path.Count == 0) return false;
        var small = whole ? fromRoot.ToArray() : [.. Path[0]];
        var large = small.ToArray();
        foreach (var step in whole ? Path : Path.Skip(1))
        {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last)
            {
                MerkleHash.Node(step, small, small);
                MerkleHash.Node(step, large, large);
                while ((at & 1) == 0 && at != 0) (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                MerkleHash.Node(large, step, large);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && fromRoot.SequenceEqual(small) && toRoot.SequenceEqual(large);
    }
}
