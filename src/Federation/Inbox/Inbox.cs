using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Takes messages of peers: each once, in order within its conversation, with a signed receipt that is kept with it.</summary>
internal sealed partial class Inbox(RecordStore store, NodeKeys keys, OwnDocument own, OutboxBell bell, IEnumerable<IMessageReceiver> receivers, TimeProvider clock, ILogger<Inbox> log)
{
    private const int AttemptsAtOne = 3;
    private readonly Dictionary<string, IMessageReceiver> _receivers = receivers.SelectMany(each => each.Types.Select(type => (type, each))).ToDictionary(pair => pair.type, pair => pair.each, StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Takes what a peer sent.</summary>
    /// <param name="peer">Whose certificate it came with.</param>
    /// <param name="packet">The sealed message.</param>
    /// <param name="cancel">Stops the work; what was not yet kept is then not kept.</param>
    /// <returns>The receipt, or why it is not taken.</returns>
    internal async Task<DoorAnswer> TakeAsync(Peer peer, MessagePacket packet, CancellationToken cancel)
    {
        string signed;
        Envelope envelope;
        try
        {
            signed = Jwe.Open(packet.Message, keys.SealingOf);
            if (await SignedDocument.SignerAsync(peer.Node, signed).ConfigureAwait(false) is not { } key) return new DoorAnswer(null, DoorProblem.UnknownKey, "The message is signed with a key that is not known here.");
            envelope = await Envelope.OpenAsync(signed, key).ConfigureAwait(false);
        }
        catch (SealException wrong)
        {
            return new DoorAnswer(null, DoorProblem.Unbelievable, wrong.Message);
        }

        if (envelope.From != peer.NodeId) return new DoorAnswer(null, DoorProblem.Unbelievable, "The message is not by the node that brings it.");
        if (envelope.To != own.NodeId) return new DoorAnswer(null, DoorProblem.Unbelievable, "The message is for another node.");
        return await ApplyAsync(peer, envelope, signed, cancel).ConfigureAwait(false);
    }

    private async Task<DoorAnswer> ApplyAsync(Peer peer, Envelope envelope, string signed, CancellationToken cancel)
    {
        var message = new ReceivedMessage(envelope.Id, peer.NodeId, peer.State, envelope.Type, envelope.Conversation, envelope.Sequence, envelope.At, envelope.Data, signed);
        var receiver = _receivers.GetValueOrDefault(envelope.Type);
        string? reason = null;
        try
        {
            var (answer, fresh) = await store.TransactAsync(transaction => KeepAsync(transaction, message, receiver, null, cancel), cancel).ConfigureAwait(false);
            FaultPoint.Reach("receiver-after-commit");
            if (fresh && receiver is not null) await TellAsync(receiver, message, cancel).ConfigureAwait(false);
            return answer;
        }
        catch (PoisonedMessageException poisoned)
        {
            reason = poisoned.Message;
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or RecordStoreException or IOException or System.Data.Common.DbException))
        {
            // A fault of ours with this content must not block what comes after it for ever; but the first time may have been bad luck.
            LogFailed(failed, envelope.Type, envelope.Id);
            if (_failures.AddOrUpdate(envelope.Id, 1, (_, before) => before + 1) < AttemptsAtOne) return new DoorAnswer(null, DoorProblem.Unavailable, "It could not be applied; send it again.");
            reason = $"It could not be applied here ({failed.GetType().Name}).";
        }

        _failures.TryRemove(envelope.Id, out _);
        return (await store.TransactAsync(transaction => KeepAsync(transaction, message, null, reason, cancel), cancel).ConfigureAwait(false)).Answer;
    }

    private async Task<(DoorAnswer Answer, bool Fresh)> KeepAsync(RecordTransaction transaction, ReceivedMessage message, IMessageReceiver? receiver, string? poisoned, CancellationToken cancel)
    {
        // Of two copies that come at once, the second must see what became of the first.
        await transaction.LockAsync("federation.inbox:" + message.Peer, cancel).ConfigureAwait(false);
        var peer = await PeerRecords.FindAsync(transaction, message.Peer, cancel).ConfigureAwait(false);
        if (peer is not { IsActive: true }) return (new DoorAnswer(null, DoorProblem.NotActive, $"The peering is {peer?.Status ?? "unknown"}."), false);
        var digest = Jws.Digest(message.Proof);
        if (await transaction.FirstAsync<Kept>("SELECT digest, receipt FROM inbox WHERE peer = @Peer AND message_id = @Id", message, cancel).ConfigureAwait(false) is { } before)
        {
            return before.Digest == digest
                ? (new DoorAnswer(before.Receipt), false)
                : (new DoorAnswer(null, DoorProblem.Different, "A message of that id was taken with another content."), false);
        }

        var next = await transaction.FirstAsync<long?>("SELECT next_sequence FROM inbox_conversation WHERE peer = @Peer AND conversation = @Conversation", message, cancel).ConfigureAwait(false) ?? 1;
        if (message.Sequence != next) return (new DoorAnswer(null, DoorProblem.OutOfOrder, $"Message {next} of the conversation comes next.", next), false);
        var now = clock.GetUtcNow();
        // The peer's row before anything that the receiver locks, and before the head of the audit log: everybody takes them in this order.
        await PeerRecords.HeardAsync(transaction, message.Peer, now, cancel).ConfigureAwait(false);
        var reason = poisoned ?? Refusal(peer, message.Type, receiver);
        if (reason is null && receiver is not null) await receiver.ReceiveAsync(transaction, message, cancel).ConfigureAwait(false);
        var outcome = reason is null ? Receipt.Applied : Receipt.SetAside;
        var receipt = new Receipt(own.NodeId, peer.NodeId, message.Id, digest, outcome, reason, now).Sign(keys.Signing, keys.SigningKey.Kid);
        await transaction.ExecuteAsync(
            "INSERT INTO inbox (peer, message_id, conversation, sequence, type, sent_at, received_at, signed, digest, outcome, reason, receipt) VALUES (@Peer, @Id, @Conversation, @Sequence, @Type, @SentAt, @now, @Proof, @digest, @outcome, @reason, @receipt)",
            new { message.Peer, message.Id, message.Conversation, message.Sequence, message.Type, message.SentAt, now, message.Proof, digest, outcome, reason, receipt },
            cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync(
            "INSERT INTO inbox_conversation (peer, conversation, next_sequence) VALUES (@Peer, @Conversation, @next) ON CONFLICT (peer, conversation) DO UPDATE SET next_sequence = @next",
            new { message.Peer, message.Conversation, next = next + 1 },
            cancel).ConfigureAwait(false);
        var details = new Dictionary<string, string> { ["id"] = message.Id, ["type"] = message.Type, ["digest"] = digest, ["outcome"] = outcome };
        if (reason is not null) details["reason"] = reason;
        await ActTrail.RecordAsync(transaction, new AuditEvent(now, "federation.message.in", "peer:" + peer.NodeId, null, "peer:" + peer.NodeId, reason is null, details), cancel).ConfigureAwait(false);
        transaction.OnCommitted(bell.RingSoon);
        FaultPoint.Reach("receiver-before-commit");
        return (new DoorAnswer(receipt), reason is null);
    }

    private static string? Refusal(Peer peer, string type, IMessageReceiver? receiver) =>
        type == Envelope.VoidType ? null
        : !peer.Rules.Accepts(type) ? $"The agreement does not accept messages of type {type}."
        : receiver is null ? $"Nothing here takes messages of type {type}."
        : null;

    private async Task TellAsync(IMessageReceiver receiver, ReceivedMessage message, CancellationToken cancel)
    {
        try
        {
            await receiver.AppliedAsync(message, cancel).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, message.Type, message.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of type {Type} ({Id}) could not be applied")]
    private partial void LogFailed(Exception failed, string type, string id);

    private sealed class Kept
    {
        public string Digest { get; init; } = "";

        public string Receipt { get; init; } = "";
    }
}
