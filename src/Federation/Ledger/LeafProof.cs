using System.Text;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>Everything with which somebody elsewhere can check, without this node, that an act is on its ledger.</summary>
/// <param name="Index">The leaf, from 0.</param>
/// <param name="Size">Number of leaves of the tree.</param>
/// <param name="Leaf">The act as it went into the tree: a JSON array, see <see cref="ActLeaf"/>.</param>
/// <param name="LeafHash">SHA-256 of 0x00 and the leaf, base64.</param>
/// <param name="Path">Hashes from the leaf upwards, base64 (RFC 6962, 2.1.1).</param>
/// <param name="Root">Root of the tree, base64.</param>
/// <param name="Checkpoint">The signed checkpoint of this size; null where none was signed of it.</param>
internal sealed record LeafProof(long Index, long Size, string Leaf, string LeafHash, IReadOnlyList<string> Path, string Root, string? Checkpoint)
{
    internal static LeafProof Of(ActLeaf leaf, InclusionProof proof, byte[] root, SignedCheckpoint? signed) => new(
        proof.Index,
        proof.Size,
        Encoding.UTF8.GetString(leaf.Content),
        Convert.ToBase64String(MerkleHash.Leaf(leaf.Content)),
        [.. proof.Path.Select(Convert.ToBase64String)],
        Convert.ToBase64String(root),
        signed?.Note.ToString());
}
