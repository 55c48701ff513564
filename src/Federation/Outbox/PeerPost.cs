using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Where rooms post messages to peers: written with the change that causes them, delivered until they arrive.</summary>
public sealed class PeerPost
{
    private readonly RecordStore _store;
    private readonly NodeKeys _keys;
    private readonly OwnDocument _own;
    private readonly OutboxBell _bell;
    private readonly TimeProvider _clock;

    internal PeerPost(RecordStore store, NodeKeys keys, OwnDocument own, OutboxBell bell, TimeProvider clock) =>
        (_store, _keys, _own, _bell, _clock) = (store, keys, own, bell, clock);

    /// <summary>Posts a message in the transaction of the change that causes it: both are kept, or neither.</summary>
    /// <returns>The message id.</returns>
    /// <exception cref="RefusalException">The peer is not active, or the agreement does not let this type or marking out.</exception>
    public async Task<string> SendAsync(RecordTransaction transaction, OutgoingMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(message);
        var peer = await PeerRecords.FindAsync(transaction, message.Peer, cancel).ConfigureAwait(false);
        if (peer is not { IsActive: true }) throw new RefusalException($"Nothing is sent to '{message.Peer}': {(peer is null ? "it is no peer" : $"the peering is {peer.Status}")}.", RefusalException.Input);
        if (!peer.Rules.Sends(message.Type)) throw new RefusalException($"The agreement with {peer.NodeId} does not let messages of type {message.Type} out. An administrator can change it at /peers/{peer.NodeId}.", RefusalException.Input);
        if (!peer.Rules.Carries(message.Marking)) throw new RefusalException($"The agreement with {peer.NodeId} lets at most {peer.Rules.Ceiling} out; this is marked {message.Marking}.", RefusalException.Input);
        if (JsonSerializer.SerializeToUtf8Bytes(message.Data).Length > Envelope.LargestData) throw new RefusalException("The message is larger than 2 MiB with its attachments. Send less, or in parts.", RefusalException.Input);
        var sequence = await transaction.FirstAsync<long>(
            "INSERT INTO outbox_conversation (peer, conversation, next_sequence) VALUES (@Peer, @Conversation, 2) ON CONFLICT (peer, conversation) DO UPDATE SET next_sequence = outbox_conversation.next_sequence + 1 RETURNING next_sequence - 1",
            message,
            cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var envelope = new Envelope(Guid.CreateVersion7(now).ToString("n"), _own.NodeId, peer.NodeId, message.Type, message.Conversation, sequence, now, message.Marking, message.Data);
        var signed = envelope.Sign(_keys.Signing, _keys.SigningKey.Kid);
        await transaction.ExecuteAsync(
            "INSERT INTO outbox (message_id, peer, conversation, sequence, type, marking, signed, digest, queued_at, state) VALUES (@MessageId, @Peer, @Conversation, @Sequence, @Type, @Marking, @Signed, @Digest, @QueuedAt, @State)",
            new OutboxRow
            {
                MessageId = envelope.Id,
                Peer = peer.NodeId,
                Conversation = envelope.Conversation,
                Sequence = sequence,
                Type = envelope.Type,
                Marking = envelope.Marking,
                Signed = signed,
                Digest = Jws.Digest(signed),
                QueuedAt = now,
                State = nameof(DeliveryState.Queued),
            },
            cancel).ConfigureAwait(false);
        await ActTrail.RecordAsync(
            transaction,
            new AuditEvent(now, "federation.message.out", "system", null, "peer:" + peer.NodeId, true, new Dictionary<string, string> { ["id"] = envelope.Id, ["type"] = envelope.Type, ["digest"] = Jws.Digest(signed) }),
            cancel).ConfigureAwait(false);
        FaultPoint.Reach("sender-before-commit");
        transaction.OnCommitted(Committed);
        return envelope.Id;
    }

    /// <summary>Where messages stand, by message id; ids that were never sent are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync(IReadOnlyCollection<string> messageIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        var found = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var some in messageIds.Chunk(200))
        {
            var rows = await _store.QueryAsync<OutboxRow>(
                $"SELECT message_id, state, queued_at, settled_at, attempts, reason FROM outbox WHERE {_store.OneOf("message_id", "@some")}", new { some }, cancel).ConfigureAwait(false);
            foreach (var row in rows) found[row.MessageId] = new Delivery(row.MessageId, Enum.Parse<DeliveryState>(row.State), row.QueuedAt, row.SettledAt, row.Attempts, row.Reason);
        }

        return found;
    }

    /// <summary>The messages of a conversation as this node signed them, with the peer's signed receipts, in order: what proves what was said.</summary>
    public async Task<IReadOnlyList<SentProof>> ProofsAsync(string peer, string conversation, CancellationToken cancel) => await _store.QueryAsync<SentProof>(
        "SELECT message_id AS id, sequence, signed AS proof, digest, receipt FROM outbox WHERE peer = @peer AND conversation = @conversation ORDER BY sequence", new { peer, conversation }, cancel).ConfigureAwait(false);

    private void Committed()
    {
        FaultPoint.Reach("sender-after-commit");
        _bell.Ring();
    }
}
