using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>
/// Witness of the peers' ledgers: remembers the checkpoints each peer gave, cosigns those that continue them, and keeps those that
/// contradict them as evidence.
/// </summary>
internal sealed class PeerLedgers(RecordStore records, Lazy<LedgerKey> key, TimeProvider clock)
{
    // Late duplicates are recognised among so many; older ones count as put back.
    private const int Remembered = 256;

    /// <summary>The last checkpoint accepted of a peer: a proof from its size is what to ask for next. Null before the first.</summary>
    internal async Task<Checkpoint?> LastAsync(string peer, CancellationToken cancel) =>
        await records.FirstAsync<string>(
            "SELECT note FROM peer_checkpoint WHERE peer = @peer AND verdict = @accepted ORDER BY size DESC LIMIT 1", new { peer, accepted = nameof(CheckpointVerdict.Accepted) }, cancel) is { } note
            ? Checkpoint.Parse(SignedNote.Parse(note).Text)
            : null;

    /// <summary>What was said last of each peer's ledger: the newest judgement.</summary>
    internal async Task<LedgerStanding?> StandingAsync(string peer, CancellationToken cancel) => await records.FirstAsync<LedgerStanding>(
        "SELECT size, at, verdict FROM peer_checkpoint WHERE peer = @peer ORDER BY number DESC LIMIT 1", new { peer }, cancel);

    /// <summary>Forgets what was accepted of a peer: a new peering begins with what the peer shows then. The evidence stays.</summary>
    internal static Task BeginAnewAsync(RecordTransaction transaction, string peer, CancellationToken cancel) => transaction.ExecuteAsync(
        "UPDATE peer_checkpoint SET verdict = 'Before' WHERE peer = @peer AND verdict = @accepted", new { peer, accepted = nameof(CheckpointVerdict.Accepted) }, cancel);

    /// <inheritdoc cref="TakeInAsync(RecordTransaction, string, NoteVerifier, string, ConsistencyProof?, CancellationToken)"/>
    internal Task<TakenCheckpoint> TakeInAsync(string peer, NoteVerifier verifier, string note, ConsistencyProof? proof, CancellationToken cancel) =>
        records.TransactAsync(transaction => TakeInAsync(transaction, peer, verifier, note, proof, cancel), cancel);

    /// <summary>Judges a peer's checkpoint and keeps the judgement, in the caller's transaction.</summary>
    /// <param name="transaction">Where it is kept.</param>
    /// <param name="peer">The peer's node id.</param>
    /// <param name="verifier">The key of the peer's ledger, as agreed at peering.</param>
    /// <param name="note">The signed checkpoint as it came.</param>
    /// <param name="proof">From the last accepted checkpoint to this one; from this one to the last where it comes late. May be left out for a first checkpoint and for one known already.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The verdict; with our cosignature where accepted, unless it came late: a cosignature says that it is the largest we know.</returns>
    internal async Task<TakenCheckpoint> TakeInAsync(RecordTransaction transaction, string peer, NoteVerifier verifier, string note, ConsistencyProof? proof, CancellationToken cancel)
    {
        var (signed, checkpoint, refused) = Read(verifier, note);
        if (refused is not null) return await RefuseAsync(transaction, peer, refused, cancel);
        await transaction.LockAsync("ledger-peer:" + peer, cancel);
        var known = await KnownAsync(transaction, peer, checkpoint!.Size, cancel);
        if (known?.Root == checkpoint.RootText) return new TakenCheckpoint(CheckpointVerdict.Accepted, known.Cosigned is null ? null : SignedNote.Parse(known.Cosigned), null);
        var last = await LargestAsync(transaction, peer, cancel);
        if (Judge(known, last, checkpoint, proof) is { } wrong)
        {
            await KeepAsync(transaction, peer, checkpoint, note, null, wrong.Verdict, cancel);
            return await RefuseAsync(transaction, peer, wrong, cancel);
        }

        var cosigned = checkpoint.Size < last?.Size ? null : signed!.With(key.Value.Cosign(signed.Text, clock.GetUtcNow()));
        await KeepAsync(transaction, peer, checkpoint, note, cosigned?.ToString(), CheckpointVerdict.Accepted, cancel);
        await ForgetAsync(transaction, peer, cancel);
        return new TakenCheckpoint(CheckpointVerdict.Accepted, cosigned, null);
    }

    private static (SignedNote? Note, Checkpoint? Checkpoint, TakenCheckpoint? Refused) Read(NoteVerifier verifier, string note)
    {
        try
        {
            var signed = SignedNote.Parse(note);
            var checkpoint = Checkpoint.Parse(signed.Text);
            if (checkpoint.Origin != verifier.Name) return (null, null, Refusal(CheckpointVerdict.BadSignature, $"It is a checkpoint of {checkpoint.Origin}; the peer's ledger is {verifier.Name}."));
            return verifier.Signed(signed) ? (signed, checkpoint, null) : (null, null, Refusal(CheckpointVerdict.BadSignature, "It does not carry a valid signature of the peer's ledger key."));
        }
        catch (FormatException failure)
        {
            return (null, null, Refusal(CheckpointVerdict.Malformed, failure.Message));
        }
    }

    private static TakenCheckpoint? Judge(Row? known, Row? last, Checkpoint now, ConsistencyProof? proof)
    {
        if (last is null) return null;
        if (known is not null && known.Root != now.RootText) return Refusal(CheckpointVerdict.Rewritten, string.Create(CultureInfo.InvariantCulture, $"The peer signed two different roots for {now.Size} leaves."));
        var lastRoot = Convert.FromBase64String(last.Root);
        if (now.Size < last.Size)
        {
            return proof is { } back && back.From == now.Size && back.To == last.Size && back.Verifies(now.Root, lastRoot)
                ? null
                : Refusal(CheckpointVerdict.RolledBack, string.Create(CultureInfo.InvariantCulture, $"The peer's ledger had {last.Size} leaves before and has {now.Size} now."));
        }

        return proof is { } forth && forth.From == last.Size && forth.To == now.Size && forth.Verifies(lastRoot, now.Root)
            ? null
            : Refusal(CheckpointVerdict.Rewritten, string.Create(CultureInfo.InvariantCulture, $"There is no valid proof that the {now.Size} leaves begin with the {last.Size} leaves accepted before."));
    }

    private static TakenCheckpoint Refusal(CheckpointVerdict verdict, string reason) => new(verdict, null, reason);

    private async Task<TakenCheckpoint> RefuseAsync(RecordTransaction transaction, string peer, TakenCheckpoint refused, CancellationToken cancel)
    {
        var details = new Dictionary<string, string> { ["verdict"] = refused.Verdict.ToString(), ["reason"] = refused.Reason ?? "" };
        await ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), "ledger.peer.refused", Actor.System.Id, null, "peer:" + peer, false, details), cancel);
        return refused;
    }

    private static Task<Row?> KnownAsync(RecordTransaction transaction, string peer, long size, CancellationToken cancel) => transaction.FirstAsync<Row>(
        "SELECT size, root, cosigned FROM peer_checkpoint WHERE peer = @peer AND verdict = @accepted AND size = @size ORDER BY number LIMIT 1",
        new { peer, size, accepted = nameof(CheckpointVerdict.Accepted) },
        cancel);

    private static Task<Row?> LargestAsync(RecordTransaction transaction, string peer, CancellationToken cancel) => transaction.FirstAsync<Row>(
        "SELECT size, root, cosigned FROM peer_checkpoint WHERE peer = @peer AND verdict = @accepted ORDER BY size DESC LIMIT 1",
        new { peer, accepted = nameof(CheckpointVerdict.Accepted) },
        cancel);

    private Task<int> KeepAsync(RecordTransaction transaction, string peer, Checkpoint checkpoint, string note, string? cosigned, CheckpointVerdict verdict, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        INSERT INTO peer_checkpoint (peer, number, size, root, note, cosigned, at, verdict)
        SELECT @peer, COALESCE(MAX(number), 0) + 1, @Size, @RootText, @note, @cosigned, @at, @verdict FROM peer_checkpoint WHERE peer = @peer
        """,
        new { peer, checkpoint.Size, checkpoint.RootText, note, cosigned, at = clock.GetUtcNow(), verdict = verdict.ToString() },
        cancel);

    private static Task<int> ForgetAsync(RecordTransaction transaction, string peer, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        DELETE FROM peer_checkpoint WHERE peer = @peer AND verdict = @accepted AND size < (
            SELECT MIN(size) FROM (SELECT size FROM peer_checkpoint WHERE peer = @peer AND verdict = @accepted ORDER BY size DESC LIMIT @Remembered) AS kept)
        """,
        new { peer, accepted = nameof(CheckpointVerdict.Accepted), Remembered },
        cancel);

    private sealed class Row
    {
        public long Size { get; init; }

        public string Root { get; init; } = "";

        public string? Cosigned { get; init; }
    }
}
