using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Leaves <c>0</c>, <c>1</c>, <c>2</c>… without a node, and the product's proofs over them.</summary>
internal static class LeavesOnly
{
    public static byte[][] Of(int count) => [.. Enumerable.Range(0, count).Select(i => System.Text.Encoding.ASCII.GetBytes($"leaf {i}"))];

    public static TreeEdge Edge(IEnumerable<byte[]> leaves, FullTile? full = null)
    {
        var edge = new TreeEdge(full);
        foreach (var leaf in leaves) edge.Add(MerkleHash.Leaf(leaf));
        return edge;
    }

    /// <summary>The hashes of a proof's shape, each by the naive tree.</summary>
    public static List<byte[]> Hashes(IEnumerable<LeafRange> shape, byte[][] leaves) => [.. shape.Select(range => NaiveTree.Mth(leaves.AsSpan((int)range.Start..(int)range.End)))];
}
