using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>Recomputes the ledger from the acts in the records: the chain, every leaf hash, every tile, every signed root.</summary>
internal sealed class LedgerCheck(ActLeaves acts, TileSource tiles, TreeKeeper keeper, CheckpointRecords checkpoints, Lazy<LedgerKey> key)
{
    /// <summary>Walks over all leaves; takes time in proportion to their number, and little memory.</summary>
    /// <param name="against">A checkpoint from elsewhere that must fit as well, with cosignatures or without.</param>
    /// <param name="cancel">Stops the walk.</param>
    /// <exception cref="FormatException">The checkpoint is not one of this ledger; the message says why.</exception>
    internal async Task<LedgerVerdict> VerifyAsync(SignedNote? against, CancellationToken cancel)
    {
        // What a serving node has in memory is looked at as it was before the walk; acts recorded meanwhile are not walked over.
        var before = keeper.Current;
        var roots = new List<(long Size, string Root)>(await checkpoints.RootsAsync(cancel));
        if (checkpoints.Outside() is { } outside) Add(roots, Checkpoint.Parse(outside.Text));
        if (against is not null) Add(roots, Ours(against));
        var (count, head) = await acts.HeadAsync(cancel);
        var walk = new LedgerWalk(tiles.Files, roots.OrderBy(root => root.Size));
        var start = before is null ? long.MaxValue : TreeEdge.Full(before.Size, 0) * TreeEdge.Width;
        using var edge = new MemoryStream();
        await foreach (var leaf in acts.StreamAsync(0, count, cancel))
        {
            walk.Take(leaf);
            if (leaf.Index >= start && leaf.Index < before!.Size) edge.Write(MerkleHash.Leaf(leaf.Content));
        }

        if (before is not null) walk.CompareEdge(before, edge.GetBuffer().AsSpan(0, (int)edge.Length), start);
        return walk.End(count, head);
    }

    private static void Add(List<(long Size, string Root)> roots, Checkpoint checkpoint)
    {
        if (!roots.Contains((checkpoint.Size, checkpoint.RootText))) roots.Add((checkpoint.Size, checkpoint.RootText));
    }

    private Checkpoint Ours(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        if (checkpoint.Origin != key.Value.Origin) throw new FormatException($"It is a checkpoint of {checkpoint.Origin}, and this ledger is {key.Value.Origin}.");
        if (!key.Value.Verifier.Signed(note)) throw new FormatException("It does not carry a valid signature of this ledger's key.");
        return checkpoint;
    }
}
