namespace Noroshi.Federation.Ledger;

/// <summary>Makes the proof of one leaf, for the API, the page and the verb alike.</summary>
internal sealed class ProveLeaf(NodeLedger ledger, CheckpointRecords checkpoints)
{
    /// <summary>The proof in the tree of that size, or in the one signed now; null when the ledger has no such leaf or size.</summary>
    /// <exception cref="LedgerRefusedException">The ledger cannot stand for its acts.</exception>
    internal async Task<LeafProof?> RunAsync(long index, long? size, CancellationToken cancel)
    {
        if (index < 0) return null;
        var signed = size is { } asked ? await checkpoints.FindAsync(asked, cancel) : await ledger.CheckpointAsync(cancel);
        var at = size ?? signed!.Checkpoint.Size;
        var tree = await ledger.TreeAsync(cancel);
        if (index >= at || at > tree.Size || await ledger.LeafAsync(index, cancel) is not { } leaf) return null;
        return LeafProof.Of(leaf, await tree.InclusionAsync(index, at, cancel), await tree.RootAsync(at, cancel), signed);
    }
}
