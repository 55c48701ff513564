using System.Collections.Concurrent;
using Noroshi.Contracts;

namespace Noroshi.Federation.Ledger;

/// <summary>
/// Lets each peer watch the other's ledger: with every exchange of messages a node shows its newest checkpoint and proves that it only grew;
/// the peer cosigns it, or names what is wrong.
/// </summary>
internal sealed class LedgerExchange(NodeLedger ledger, PeerLedgers peers, Witnesses witnesses, IAuditLog audit, TimeProvider clock)
{
    private const int LongestPath = 128;
    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>What to show a peer now; null when this node signs nothing, which its own pages say.</summary>
    internal async Task<LedgerClaim?> ClaimAsync(Peer peer, CancellationToken cancel)
    {
        try
        {
            var signed = await ledger.CheckpointAsync(cancel).ConfigureAwait(false);
            if (!_known.TryGetValue(peer.NodeId, out var known)) known = peer.Node.Ledger is { } other ? await witnesses.ConfirmedAsync(NoteVerifier.Parse(other.Verifier).Name, cancel).ConfigureAwait(false) : 0;
            var to = signed.Checkpoint.Size;
            // Of a smaller tree than the peer knows there is no proof; what it says to that is the point.
            var from = known <= to ? known : 0;
            var proof = from == 0 || from == to ? null : await ledger.ConsistencyAsync(from, to, cancel).ConfigureAwait(false);
            return new LedgerClaim(signed.Note.ToString(), from, proof is null ? [] : [.. proof.Path.Select(Convert.ToBase64String)]);
        }
        catch (LedgerRefusedException)
        {
            return null;
        }
    }

    /// <summary>Judges a peer's claim.</summary>
    internal async Task<LedgerAnswer> JudgeAsync(Peer peer, LedgerClaim claim, CancellationToken cancel)
    {
        if (peer.Node.Ledger is not { } theirs) return new LedgerAnswer(nameof(CheckpointVerdict.BadSignature), 0, null, "The peer's description names no ledger.");
        var last = await peers.LastAsync(peer.NodeId, cancel).ConfigureAwait(false);
        var known = last?.Size ?? 0;
        var (size, proof, wrong) = Read(claim);
        if (wrong is not null) return new LedgerAnswer(nameof(CheckpointVerdict.Malformed), known, null, wrong);
        // Its memory of what was accepted may be older than ours (a lost answer, a restored backup). It may ask once; then it is judged.
        if (claim.From != known && size > known && !(_asked.TryGetValue(peer.NodeId, out var asked) && asked == known))
        {
            _asked[peer.NodeId] = known;
            return new LedgerAnswer(null, known, null, null);
        }

        _asked.TryRemove(peer.NodeId, out _);
        var taken = await peers.TakeInAsync(peer.NodeId, NoteVerifier.Parse(theirs.Verifier), claim.Checkpoint, proof, cancel).ConfigureAwait(false);
        return new LedgerAnswer(taken.Verdict.ToString(), taken.Verdict == CheckpointVerdict.Accepted ? Math.Max(known, size) : known, taken.Cosigned?.ToString(), taken.Reason);
    }

    /// <summary>Keeps what a peer answered to this node's claim.</summary>
    /// <returns>True when the claim should be made again at once, from the size the peer named.</returns>
    internal async Task<bool> LearnAsync(Peer peer, LedgerAnswer answer, CancellationToken cancel)
    {
        var before = _known.TryGetValue(peer.NodeId, out var known) ? known : -1;
        _known[peer.NodeId] = answer.Known;
        if (answer.Cosigned is { } cosigned && peer.Node.Ledger is { } theirs)
        {
            try
            {
                await witnesses.TakeInAsync(NoteVerifier.Parse(theirs.Verifier), cosigned, cancel).ConfigureAwait(false);
            }
            catch (FormatException)
            {
                return false;
            }
        }

        if (answer.Verdict is not (null or nameof(CheckpointVerdict.Accepted)) && _told.GetValueOrDefault(peer.NodeId) != answer.Verdict)
        {
            _told[peer.NodeId] = answer.Verdict;
            await audit.RecordAsync(
                new AuditEvent(clock.GetUtcNow(), "ledger.doubted", "peer:" + peer.NodeId, null, "ledger", false, new Dictionary<string, string> { ["verdict"] = answer.Verdict, ["reason"] = answer.Reason ?? "" }),
                cancel).ConfigureAwait(false);
        }

        return answer.Verdict is null && before != answer.Known;
    }

    private static (long Size, ConsistencyProof? Proof, string? Wrong) Read(LedgerClaim claim)
    {
        try
        {
            var size = Checkpoint.Parse(SignedNote.Parse(claim.Checkpoint).Text).Size;
            if (claim.From < 0 || claim.Path is null || claim.Path.Count > LongestPath) return (0, null, "The proof is longer than any tree needs.");
            var path = claim.Path.Select(Convert.FromBase64String).ToList();
            if (path.Exists(hash => hash.Length != 32)) return (0, null, "The proof holds something that is no hash.");
            return (size, claim.From == 0 ? null : new ConsistencyProof(claim.From, size, path), null);
        }
        catch (FormatException malformed)
        {
            return (0, null, malformed.Message);
        }
    }
}
