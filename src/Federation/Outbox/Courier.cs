using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Federation.Ledger;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Delivers the outbox: to each peer on its own, in order within each conversation, again and again until it arrives.</summary>
internal sealed partial class Courier(PeerRecords peers, PeerBook book, OutboxRecords outbox, PeerLines lines, Introductions introductions, OwnDocument own, LedgerExchange ledger, OutboxBell bell, TimeProvider clock, ILogger<Courier> log)
    : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, Round> _rounds = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartRoundsAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed, "all peers");
            }

            await bell.WaitAsync(LongestPause, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task StartRoundsAsync(CancellationToken cancel)
    {
        foreach (var peer in await peers.ListAsync(cancel).ConfigureAwait(false))
        {
            if (!_rounds.TryGetValue(peer.NodeId, out var round)) _rounds[peer.NodeId] = round = new Round();
            // A round that is under way looks again by itself when it is told that there may be more.
            round.More = true;
            // A peer that was heard since the last round is there again: the pause is over.
            if (round.Running || (round.Waits(clock) && peer.LastHeardAt == round.HeardBefore)) continue;
            round.HeardBefore = peer.LastHeardAt;
            round.Running = true;
            _ = Task.Run(() => GoAsync(peer.NodeId, round, cancel), cancel);
        }
    }

    private async Task GoAsync(string nodeId, Round round, CancellationToken cancel)
    {
        try
        {
            while (round.More)
            {
                round.More = false;
                while (await peers.FindAsync(nodeId, cancel).ConfigureAwait(false) is { } peer && await DeliverAsync(peer, round, cancel).ConfigureAwait(false)) round.Failures = 0;
            }

            round.Failures = 0;
        }
        catch (PeerUnreachableException failed)
        {
            await NoteAsync(nodeId, round, failed.Message, cancel).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, nodeId);
            await NoteAsync(nodeId, round, "An error on this side: " + failed.GetType().Name, cancel).ConfigureAwait(false);
        }
        finally
        {
            round.Running = false;
            // Somebody rang while it ran, after it had looked for the last time.
            if (round.More) bell.Ring();
        }
    }

    /// <summary>One turn with a peer; true when there may be more to do at once.</summary>
    private async Task<bool> DeliverAsync(Peer peer, Round round, CancellationToken cancel)
    {
        if (peer.Url is null) return false;
        await IntroduceAsync(peer, cancel).ConfigureAwait(false);
        if (!peer.IsActive) return false;
        var next = await outbox.NextAsync(peer.NodeId, AtOnce, cancel).ConfigureAwait(false);
        await ShowLedgerAsync(peer, round, next.Count > 0, cancel).ConfigureAwait(false);
        if (next.Count == 0) return false;
        var taken = await Task.WhenAll(next.Select(row => SendAsync(peer, row, cancel))).ConfigureAwait(false);
        return taken.Contains(true);
    }

    /// <summary>Shows the ledger before messages go out and after they came in, at most once a second.</summary>
    private async Task ShowLedgerAsync(Peer peer, Round round, bool sending, CancellationToken cancel)
    {
        var came = peer.LastHeardAt;
        if (!sending && came == round.ShownAfter) return;
        if (round.ShownAt is { } shown && clock.GetElapsedTime(shown) < ShowEvery)
        {
            // What is new is shown when the second is over, if nothing else wakes the courier before.
            if (round.Waking is null or { IsCompleted: true }) round.Waking = RingAfterAsync(ShowEvery, cancel);
            return;
        }

        for (var again = true; again;)
        {
            if (await ledger.ClaimAsync(peer, cancel).ConfigureAwait(false) is not { } claim) break;
            var (status, answer) = await lines.SendAsync<LedgerAnswer>(peer.Url!, peer.Node.Pins, PeerDoor.LedgerPath, claim, cancel).ConfigureAwait(false);
            if (status != HttpStatusCode.OK || answer is null) throw new PeerUnreachableException($"It does not judge this node's ledger (HTTP {(int)status}).");
            again = await ledger.LearnAsync(peer, answer, cancel).ConfigureAwait(false);
        }

        (round.ShownAt, round.ShownAfter) = (clock.GetTimestamp(), came);
    }

    /// <summary>Tells the peer what it was not told yet: that it is confirmed, suspended, revoked, or that this node changed.</summary>
    private async Task IntroduceAsync(Peer peer, CancellationToken cancel)
    {
        var (document, _) = await own.GetAsync(cancel).ConfigureAwait(false);
        var say = FormattableString.Invariant($"{peer.Ours} {document.Revision}");
        if (peer.Told == say || (peer.OurStanding == Standing.Revoked && peer.Told is null)) return;
        var (said, standing) = await introductions.SayAsync(peer.Node, cancel).ConfigureAwait(false);
        var (status, answer) = await lines.SendAsync<Introduction>(peer.Url!, peer.Node.Pins, PeerDoor.IntroductionPath, said, cancel).ConfigureAwait(false);
        if (status == HttpStatusCode.OK && answer is not null)
        {
            try
            {
                await introductions.TakeAnswerAsync(peer.NodeId, answer, cancel).ConfigureAwait(false);
            }
            catch (SealException wrong)
            {
                throw new PeerUnreachableException($"Its answer cannot be believed: {wrong.Message}", wrong);
            }

            await peers.SetToldAsync(peer.NodeId, FormattableString.Invariant($"{standing} {document.Revision}"), cancel).ConfigureAwait(false);
            book.Forget();
            return;
        }

        throw new PeerUnreachableException($"It does not take this node's introduction (HTTP {(int)status}).");
    }

    private async Task<bool> SendAsync(Peer peer, OutboxRow row, CancellationToken cancel)
    {
        var packet = new MessagePacket(Jwe.Seal(row.Signed, peer.Node.SealingKey));
        var (status, answer) = await lines.SendAsync<DoorAnswer>(peer.Url!, peer.Node.Pins, PeerDoor.MessagesPath, packet, cancel).ConfigureAwait(false);
        FaultPoint.Reach("sender-after-answer");
        switch (answer)
        {
            case { Receipt: { } signed } when status == HttpStatusCode.OK:
                await SettleAsync(peer, row, signed, cancel).ConfigureAwait(false);
                return true;
            case { Problem: DoorProblem.OutOfOrder, Expected: { } expected and > 0 }:
                await outbox.RealignAsync(row, expected, cancel).ConfigureAwait(false);
                return true;
            case { Problem: DoorProblem.UnknownKey or DoorProblem.Unknown }:
                await peers.SetToldAsync(peer.NodeId, "", cancel).ConfigureAwait(false);
                break;
            case { Problem: DoorProblem.TooLarge or DoorProblem.Different }:
                await outbox.VoidAsync(row, answer.Detail ?? answer.Problem, cancel).ConfigureAwait(false);
                return true;
        }

        var why = $"It did not take the message: {answer?.Problem ?? "no answer of the protocol"} (HTTP {(int)status}). {answer?.Detail}".Trim();
        await outbox.FailedAsync(row, why, cancel).ConfigureAwait(false);
        throw new PeerUnreachableException(why);
    }

    private async Task SettleAsync(Peer peer, OutboxRow row, string signed, CancellationToken cancel)
    {
        Receipt receipt;
        try
        {
            receipt = await Receipt.OpenAsync(signed, await SignedDocument.SignerAsync(peer.Node, signed).ConfigureAwait(false) ?? peer.Node.SigningKey).ConfigureAwait(false);
        }
        catch (SealException wrong)
        {
            // Its key may be newer than what is known here: an introduction brings both up to date.
            await peers.SetToldAsync(peer.NodeId, "", cancel).ConfigureAwait(false);
            throw new PeerUnreachableException($"Its receipt cannot be believed: {wrong.Message}", wrong);
        }

        if (receipt.From != peer.NodeId || receipt.To != own.NodeId || receipt.MessageId != row.MessageId || receipt.Digest != row.Digest)
            throw new PeerUnreachableException("Its receipt is for something else.");
        await outbox.SettleAsync(row, receipt, signed, cancel).ConfigureAwait(false);
        FaultPoint.Reach("sender-after-settling");
        var ahead = (long)(receipt.At - clock.GetUtcNow()).TotalMilliseconds;
        if (Math.Abs(ahead - (peer.ClockAheadMs ?? 0)) > 5000) await peers.SetClockAsync(peer.NodeId, ahead, cancel).ConfigureAwait(false);
    }

    private async Task NoteAsync(string nodeId, Round round, string why, CancellationToken cancel)
    {
        round.Failures = Math.Min(round.Failures + 1, 20);
        var pause = Math.Min(30_000, 250 * Math.Pow(2, round.Failures));
        // Jitter, so that peers of a node that comes back do not all knock at once.
        (round.FailedAt, round.Pause) = (clock.GetTimestamp(), TimeSpan.FromMilliseconds(pause * (0.5 + Random.Shared.NextDouble())));
        _ = RingAfterAsync(round.Pause, cancel);
        LogUnreachable(nodeId, why, round.Failures);
        try
        {
            if (round.Failures is 1 or 4 or 20) await peers.FailedAsync(nodeId, why, clock.GetUtcNow(), cancel).ConfigureAwait(false);
        }
        catch (Exception full) when (full is RecordStoreException or IOException)
        {
            LogFailed(full, nodeId);
        }
    }

    private async Task RingAfterAsync(TimeSpan pause, CancellationToken cancel)
    {
        // Timers may be early by a moment; the round must not find that it is too soon.
        await Task.Delay(pause + TimeSpan.FromMilliseconds(20), clock, cancel).ConfigureAwait(false);
        bell.Ring();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Peer {Peer} is not reached (attempt {Failures}): {Why}")]
    private partial void LogUnreachable(string peer, string why, int failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery to {Peer} failed")]
    private partial void LogFailed(Exception failed, string peer);

    private sealed class Round
    {
        public volatile bool Running;

        public volatile bool More;

        public int Failures { get; set; }

        // Counted by the machine's running, not by its clock: one that is set back must not hold messages up.
        public long FailedAt { get; set; }

        public TimeSpan Pause { get; set; }

        public DateTimeOffset? HeardBefore { get; set; }

        public Task? Waking { get; set; }

        public long? ShownAt { get; set; }

        public DateTimeOffset? ShownAfter { get; set; }

        public bool Waits(TimeProvider clock) => Failures > 0 && clock.GetElapsedTime(FailedAt) < Pause;
    }
}
