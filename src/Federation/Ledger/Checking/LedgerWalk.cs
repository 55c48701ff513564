using System.Globalization;
using System.Security.Cryptography;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>One walk over all leaves from the first to the last: what the acts give is compared with the chain, the tiles, and every signed root.</summary>
/// <remarks>The walk goes to its end whatever it meets, so that size and root are always told; of what is wrong, the lowest leaf is named.</remarks>
internal sealed class LedgerWalk
{
    private readonly TileFiles _files;
    private readonly Queue<(long Size, string Root)> _signed;
    private readonly TreeEdge _edge;
    private long? _badLeaf;
    private string? _reason;
    private (long Leaf, TilePath Tile)? _differs;
    private long _matched;
    private string _last = "";

    /// <param name="files">The tiles to compare with.</param>
    /// <param name="signed">Sizes and roots of signed checkpoints, by size.</param>
    internal LedgerWalk(TileFiles files, IEnumerable<(long Size, string Root)> signed)
    {
        _files = files;
        _signed = new(signed);
        _edge = new TreeEdge(Compare);
        CompareRoots();
    }

    /// <summary>Takes the next leaf.</summary>
    internal void Take(ActLeaf leaf)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        SHA256.HashData(leaf.Content, hash);
        if (leaf.Index != _edge.Size) Bad(_edge.Size, "its act is missing");
        else if (!Convert.ToHexStringLower(hash).Equals(leaf.Hash, StringComparison.Ordinal)) Bad(leaf.Index, "its act, or the one before it, was changed after it was recorded");
        _last = leaf.Hash;
        MerkleHash.Leaf(leaf.Content, hash);
        _edge.Add(hash);
        CompareRoots();
    }

    /// <summary>Compares the leaves that are in no full tile with those a serving node has in memory.</summary>
    /// <param name="tree">The tree in memory.</param>
    /// <param name="leafHashes">Hashes of the leaves from <paramref name="start"/> on, as recomputed.</param>
    /// <param name="start">Index of the first.</param>
    internal void CompareEdge(LedgerTree tree, ReadOnlySpan<byte> leafHashes, long start)
    {
        if (tree.Size > _edge.Size) Bad(_edge.Size, "the node has read acts that are gone: the records were put back to an earlier state while it runs");
        for (var i = 0; start == TreeEdge.Full(tree.Size, 0) * TreeEdge.Width && i < tree.Edge[0].Length && i < leafHashes.Length; i += MerkleHash.Size)
        {
            if (!leafHashes.Slice(i, MerkleHash.Size).SequenceEqual(tree.Edge[0].AsSpan(i, MerkleHash.Size)))
                Bad(start + (i / MerkleHash.Size), "its act is not the one that the node read before: it was changed while the node runs");
        }
    }

    /// <summary>The verdict, after the last leaf.</summary>
    /// <param name="count">How many there should be, by the head of the audit log.</param>
    /// <param name="head">The hash of the last, by the head.</param>
    internal LedgerVerdict End(long count, string head)
    {
        if (_edge.Size < count) Bad(_edge.Size, "its act is missing at the end of the audit log");
        else if (_badLeaf is null && _last != head) Bad(Math.Max(0, count - 1), "the head of the audit log was changed");
        if (_signed.TryPeek(out var beyond) && _badLeaf is null)
            Bad(_edge.Size, string.Create(CultureInfo.InvariantCulture, $"a checkpoint of {beyond.Size} leaves was signed, and the ledger has only {_edge.Size}: it was put back to an earlier state"));
        if (_differs is { } differs && !(_badLeaf < differs.Leaf)) Bad(differs.Leaf, $"its act differs from tile/{differs.Tile}: the act was changed together with everything after it, or the file is damaged");
        return new LedgerVerdict(_badLeaf is null && _reason is null, count, Convert.ToBase64String(_edge.Root()), _badLeaf, _reason);
    }

    private void Compare(int level, long index, ReadOnlySpan<byte> hashes)
    {
        // A tile that is not there yet says nothing; it is made from the acts when it is needed.
        if (_differs is not null || _files.Read(level, index) is not { } kept || hashes.SequenceEqual(kept)) return;
        var at = 0;
        while (hashes.Slice(at * MerkleHash.Size, MerkleHash.Size).SequenceEqual(kept.AsSpan(at * MerkleHash.Size, MerkleHash.Size))) at++;
        _differs = (((index * TreeEdge.Width) + at) << (8 * level), new TilePath(level, index, TreeEdge.Width));
    }

    private void CompareRoots()
    {
        while (_signed.TryPeek(out var next) && next.Size == _edge.Size)
        {
            _signed.Dequeue();
            var right = Convert.ToBase64String(_edge.Root()) == next.Root;
            if (_differs is { } differs && _badLeaf is null)
            {
                Bad(differs.Leaf, right
                    ? $"its hash in the file tile/{differs.Tile} is wrong; the acts are right, they give the root that was signed. Delete the folder ledger/tile: the node makes it anew"
                    : $"its act was changed, and the audit log after it rewritten: tile/{differs.Tile} and the checkpoint of {next.Size} leaves say otherwise");
            }
            else if (!right)
            {
                _reason ??= string.Create(CultureInfo.InvariantCulture, $"The acts do not give the root of the checkpoint of {next.Size} leaves: one of the leaves from {_matched} to {next.Size - 1} was changed, and everything that is kept here was rewritten with it. Ask your peers for the checkpoints they have, and compare with a backup.");
            }

            if (right) _matched = next.Size;
        }
    }

    private void Bad(long leaf, string what)
    {
        if (_badLeaf <= leaf) return;
        _badLeaf = leaf;
        _reason = string.Create(CultureInfo.InvariantCulture, $"Leaf {leaf} (sequence number {leaf + 1} of the audit log): {what}.");
    }
}
