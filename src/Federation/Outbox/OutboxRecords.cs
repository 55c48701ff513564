using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>The outbox as the courier sees it: what is next, what was settled, and what has to be sent again.</summary>
internal sealed class OutboxRecords(RecordStore store, NodeKeys keys, TimeProvider clock)
{
    private const string Columns = "message_id, peer, conversation, sequence, type, marking, signed, digest, queued_at, state, attempts, reason, settled_at";

    /// <summary>The first undelivered message of each conversation with the peer, oldest first.</summary>
    internal Task<IReadOnlyList<OutboxRow>> NextAsync(string peer, int most, CancellationToken cancel) => store.QueryAsync<OutboxRow>(
        $"""
        SELECT {Columns} FROM outbox WHERE peer = @peer AND state = 'Queued' AND NOT EXISTS (
            SELECT 1 FROM outbox AS earlier WHERE earlier.peer = outbox.peer AND earlier.state = 'Queued' AND earlier.conversation = outbox.conversation AND earlier.sequence < outbox.sequence)
        ORDER BY queued_at, message_id LIMIT @most
        """,
        new { peer, most },
        cancel);

    /// <summary>The newest messages to a peer, whatever became of them.</summary>
    internal Task<IReadOnlyList<OutboxRow>> LatestAsync(string peer, int most, CancellationToken cancel) => store.QueryAsync<OutboxRow>(
        $"SELECT {Columns} FROM outbox WHERE peer = @peer ORDER BY queued_at DESC, sequence DESC LIMIT @most", new { peer, most }, cancel);

    /// <summary>How many messages wait for each peer.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> WaitingAsync(CancellationToken cancel) =>
        (await store.QueryAsync<Waiting>("SELECT peer, COUNT(*) AS messages FROM outbox WHERE state = 'Queued' GROUP BY peer", null, cancel).ConfigureAwait(false)).ToDictionary(row => row.Peer, row => (int)row.Messages);

    /// <summary>Keeps the peer's receipt; the message is done with.</summary>
    internal Task SettleAsync(OutboxRow row, Receipt receipt, string signed, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            var state = receipt.Outcome == Receipt.Applied ? DeliveryState.Delivered : DeliveryState.Refused;
            var changed = await transaction.ExecuteAsync(
                "UPDATE outbox SET state = @state, receipt = @signed, settled_at = @now, reason = @Reason, attempts = attempts + 1 WHERE message_id = @MessageId AND state = 'Queued'",
                new { state = state.ToString(), signed, now, receipt.Reason, row.MessageId },
                cancel).ConfigureAwait(false);
            if (changed == 0) return;
            await PeerRecords.HeardAsync(transaction, row.Peer, now, cancel).ConfigureAwait(false);
            await RecordAsync(transaction, "federation.receipt", row, receipt.Outcome == Receipt.Applied, new() { ["outcome"] = receipt.Outcome, ["receipt"] = Jws.Digest(signed) }, cancel).ConfigureAwait(false);
        },
        cancel);

    internal Task FailedAsync(OutboxRow row, string reason, CancellationToken cancel) =>
        store.ExecuteAsync("UPDATE outbox SET attempts = attempts + 1, reason = @reason WHERE message_id = @MessageId AND state = 'Queued'", new { row.MessageId, reason }, cancel);

    /// <summary>
    /// Brings the conversation in step with a peer that expects another place: one restored from an older backup gets again what it lost; if this
    /// node is the one that was restored, its waiting messages move behind what the peer already has.
    /// </summary>
    internal Task RealignAsync(OutboxRow row, long expected, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            // Whoever posts to this conversation meanwhile waits, as the numbers change; posting takes this row first as well.
            await transaction.ExecuteAsync("UPDATE outbox_conversation SET next_sequence = next_sequence WHERE peer = @Peer AND conversation = @Conversation", row, cancel).ConfigureAwait(false);
            var now = await transaction.FirstAsync<OutboxRow>($"SELECT {Columns} FROM outbox WHERE message_id = @MessageId AND state = 'Queued'", row, cancel).ConfigureAwait(false);
            if (now is null || now.Sequence == expected) return;
            if (expected < now.Sequence)
            {
                var again = await transaction.ExecuteAsync(
                    "UPDATE outbox SET state = 'Queued' WHERE peer = @Peer AND conversation = @Conversation AND sequence >= @expected AND sequence < @Sequence AND state <> 'Queued'",
                    new { now.Peer, now.Conversation, expected, now.Sequence },
                    cancel).ConfigureAwait(false);
                var from = await transaction.FirstAsync<long?>(
                    "SELECT MIN(sequence) FROM outbox WHERE peer = @Peer AND conversation = @Conversation AND sequence >= @expected", new { now.Peer, now.Conversation, expected }, cancel).ConfigureAwait(false);
                if (from == expected)
                {
                    await RecordAsync(transaction, "federation.peer.behind", now, true, Details(expected, now.Sequence, again), cancel).ConfigureAwait(false);
                    return;
                }
            }

            // What the peer expects is not in this outbox: our numbers, not theirs, are those of an older backup.
            var moved = await RenumberAsync(transaction, now, expected, cancel).ConfigureAwait(false);
            await RecordAsync(transaction, "federation.node.behind", now, true, Details(expected, now.Sequence, moved), cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>Gives a message up that the peer can never take; its place is filled with an empty one, so that the rest goes on.</summary>
    internal Task VoidAsync(OutboxRow row, string reason, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            var envelope = Envelope.Read(Jws.Payload(row.Signed));
            var empty = envelope with { Id = Guid.CreateVersion7(now).ToString("n"), Type = Envelope.VoidType, At = now, Marking = "TLP:CLEAR", Data = System.Text.Json.JsonSerializer.SerializeToElement(new { message = row.MessageId }) };
            var signed = empty.Sign(keys.Signing, keys.SigningKey.Kid);
            // The given-up message keeps its row and its reason under a number that no message to come has.
            var changed = await transaction.ExecuteAsync(
                "UPDATE outbox SET state = 'Refused', reason = @reason, settled_at = @now, sequence = COALESCE((SELECT MIN(other.sequence) FROM outbox AS other WHERE other.peer = @Peer AND other.conversation = @Conversation AND other.sequence < 0), 0) - 1 WHERE message_id = @MessageId AND state = 'Queued'",
                new { reason, now, row.Peer, row.Conversation, row.MessageId },
                cancel).ConfigureAwait(false);
            if (changed == 0) return;
            await transaction.ExecuteAsync(
                "INSERT INTO outbox (message_id, peer, conversation, sequence, type, marking, signed, digest, queued_at, state) VALUES (@Id, @Peer, @Conversation, @Sequence, @Type, @Marking, @signed, @digest, @now, 'Queued')",
                new { empty.Id, row.Peer, row.Conversation, row.Sequence, empty.Type, empty.Marking, signed, digest = Jws.Digest(signed), now },
                cancel).ConfigureAwait(false);
            await RecordAsync(transaction, "federation.message.given-up", row, false, new() { ["reason"] = reason }, cancel).ConfigureAwait(false);
        },
        cancel);

    private async Task<int> RenumberAsync(RecordTransaction transaction, OutboxRow first, long expected, CancellationToken cancel)
    {
        var waiting = await transaction.QueryAsync<OutboxRow>(
            $"SELECT {Columns} FROM outbox WHERE peer = @Peer AND conversation = @Conversation AND state = 'Queued' ORDER BY sequence", first, cancel).ConfigureAwait(false);
        foreach (var row in waiting)
            await transaction.ExecuteAsync("UPDATE outbox SET sequence = -sequence - 1000000000 WHERE message_id = @MessageId", row, cancel).ConfigureAwait(false);
        var highest = await transaction.FirstAsync<long?>("SELECT MAX(sequence) FROM outbox WHERE peer = @Peer AND conversation = @Conversation", first, cancel).ConfigureAwait(false) ?? 0;
        var next = Math.Max(expected, highest + 1);
        foreach (var row in waiting)
        {
            var envelope = Envelope.Read(Jws.Payload(row.Signed)) with { Sequence = next };
            var signed = envelope.Sign(keys.Signing, keys.SigningKey.Kid);
            await transaction.ExecuteAsync(
                "UPDATE outbox SET sequence = @next, signed = @signed, digest = @digest WHERE message_id = @MessageId", new { next, signed, digest = Jws.Digest(signed), row.MessageId }, cancel).ConfigureAwait(false);
            next++;
        }

        await transaction.ExecuteAsync("UPDATE outbox_conversation SET next_sequence = @next WHERE peer = @Peer AND conversation = @Conversation", new { next, first.Peer, first.Conversation }, cancel).ConfigureAwait(false);
        return waiting.Count;
    }

    private static Dictionary<string, string> Details(long expected, long had, int messages) => new()
    {
        ["expected"] = FormattableString.Invariant($"{expected}"),
        ["had"] = FormattableString.Invariant($"{had}"),
        ["messages"] = FormattableString.Invariant($"{messages}"),
    };

    private Task RecordAsync(RecordTransaction transaction, string act, OutboxRow row, bool succeeded, Dictionary<string, string> details, CancellationToken cancel)
    {
        details["id"] = row.MessageId;
        details["digest"] = row.Digest;
        details["conversation"] = row.Conversation;
        return ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), act, "system", null, "peer:" + row.Peer, succeeded, details), cancel);
    }

    private sealed class Waiting
    {
        public string Peer { get; init; } = "";

        public long Messages { get; init; }
    }
}
