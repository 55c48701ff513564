using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>
/// This node's ledger: every act of the audit log is a leaf, in the order of recording. Gives signed checkpoints and the proofs that go
/// with them, and never signs what contradicts an earlier signature.
/// </summary>
internal sealed class NodeLedger(TreeKeeper keeper, ActLeaves acts, CheckpointRecords checkpoints, Witnesses witnesses, Lazy<LedgerKey> key, IAuditLog audit, TimeProvider clock, ILogger<NodeLedger> log)
    : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Name of the ledger: the first line of its checkpoints.</summary>
    internal string Origin => key.Value.Origin;

    /// <summary>What others verify the checkpoints with, and the cosignatures under theirs.</summary>
    internal NoteVerifier Verifier => key.Value.Verifier;

    /// <summary>Why nothing is signed; null while all is well.</summary>
    internal string? Trouble { get; private set; }

    /// <summary>The tree over all acts recorded before this call.</summary>
    /// <exception cref="LedgerRefusedException">An act is missing or was changed.</exception>
    internal Task<LedgerTree> TreeAsync(CancellationToken cancel) => keeper.GrowAsync(cancel);

    /// <summary>The last checkpoint that was signed; null before the first.</summary>
    internal async Task<SignedCheckpoint?> LastAsync(CancellationToken cancel) =>
        await checkpoints.LastAsync(cancel) is { } last ? await witnesses.AddToAsync(last, cancel) : null;

    /// <summary>
    /// A signed checkpoint over all acts recorded before this call, kept durably before it is returned; the last one again when nothing was
    /// recorded since. It carries the cosignatures known so far.
    /// </summary>
    /// <exception cref="LedgerRefusedException">The acts contradict a checkpoint that was signed before; nothing is signed.</exception>
    internal async Task<SignedCheckpoint> CheckpointAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var signed = await SignAsync(cancel);
            Trouble = null;
            return await witnesses.AddToAsync(signed, cancel);
        }
        catch (LedgerRefusedException refusal)
        {
            await TellAsync(refusal, cancel);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Proves that the tree of <paramref name="to"/> leaves begins with that of <paramref name="from"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ from ≤ to ≤ size of the ledger.</exception>
    internal async Task<ConsistencyProof> ConsistencyAsync(long from, long to, CancellationToken cancel) => await (await TreeAsync(cancel)).ConsistencyAsync(from, to, cancel);

    /// <summary>Proves that a leaf is in the tree of that many leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ index &lt; size ≤ size of the ledger.</exception>
    internal async Task<InclusionProof> InclusionAsync(long index, long size, CancellationToken cancel) => await (await TreeAsync(cancel)).InclusionAsync(index, size, cancel);

    /// <summary>One leaf; null when there is none.</summary>
    internal async Task<ActLeaf?> LeafAsync(long index, CancellationToken cancel)
    {
        await foreach (var leaf in acts.StreamAsync(index, 1, cancel)) return leaf;
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<SignedCheckpoint> SignAsync(CancellationToken cancel)
    {
        var tree = await keeper.GrowAsync(cancel);
        var last = await checkpoints.LastAsync(cancel);
        var outside = checkpoints.Outside();
        if (last is not null) await CheckAsync(tree, last.Note, last.Checkpoint, cancel);
        if (outside is not null) await CheckAsync(tree, outside, Checkpoint.Parse(outside.Text), cancel);
        if (last is not null && last.Checkpoint.Size == tree.Size)
        {
            if (outside?.Text != last.Note.Text) checkpoints.KeepOutside(last.Note);
            return last;
        }

        var checkpoint = new Checkpoint(Origin, tree.Size, await tree.RootAsync(tree.Size, cancel));
        var signed = new SignedCheckpoint(checkpoint, key.Value.Sign(checkpoint), clock.GetUtcNow());
        await checkpoints.KeepAsync(signed, cancel);
        return signed;
    }

    private async Task CheckAsync(LedgerTree tree, SignedNote note, Checkpoint before, CancellationToken cancel)
    {
        if (before.Origin != Origin || !Verifier.Signed(note))
            throw new LedgerRefusedException($"The last checkpoint of the ledger was signed as {before.Origin} with a key that this node does not have now ({Origin}). Nothing is signed. Restore ledger/ledger-key.pem and ledger/origin from a backup.");
        if (before.Size > tree.Size)
            throw new LedgerRefusedException($"A checkpoint of {before.Size} leaves was signed, and the audit log has only {tree.Size} acts now: the records were put back to an earlier state. Nothing is signed. Restore the newest backup.", tree.Size);
        var root = await tree.RootAsync(before.Size, cancel);
        if (!before.Root.AsSpan().SequenceEqual(root))
            throw new LedgerRefusedException($"The first {before.Size} leaves do not give the root that was signed: acts were changed after they were recorded. Nothing is signed. Keep the data folder as it is, run `noroshi ledger verify`, and compare with a backup.");
    }

    // Told once each time it begins: asking again must not fill the log with what is known.
    private async Task TellAsync(LedgerRefusedException refusal, CancellationToken cancel)
    {
        if (Trouble == refusal.Message) return;
        Trouble = refusal.Message;
        log.LogCritical("{Refusal}", refusal.Message);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "ledger.signing.refused", Actor.System.Id, null, "ledger", false, new Dictionary<string, string> { ["reason"] = refusal.Message }), cancel);
    }
}
