using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>Reads conversations with everything that is known about each message.</summary>
internal sealed class ReadHotline(ConversationRecords records, RingRecords rings, LineRecords lines, IHotlineLine line, TimeProvider clock)
{
    internal async Task<IReadOnlyList<ConversationLine>> ListAsync(ConversationFilter filter, CancellationToken cancel)
    {
        var found = await records.ListAsync(filter, cancel);
        if (found.Count == 0) return [];
        var latest = (await records.LatestAsync([.. found.Select(one => one.Id)], cancel)).ToDictionary(message => message.Conversation, StringComparer.Ordinal);
        return [.. found.Select(one => new ConversationLine(one, latest.GetValueOrDefault(one.Id)))];
    }

    /// <summary>One conversation whole; null when there is none of that id.</summary>
    internal async Task<ConversationView?> FindAsync(string id, CancellationToken cancel)
    {
        if (await records.FindAsync(id, cancel) is not { } conversation) return null;
        var messages = await records.MessagesAsync(id, cancel);
        var receipts = (await records.ReceiptsAsync(id, cancel)).ToLookup(receipt => receipt.Message, StringComparer.Ordinal);
        var files = (await records.FilesAsync(id, cancel)).ToLookup(file => file.Message, StringComparer.Ordinal);
        var ringing = (await rings.OfAsync(id, cancel)).ToDictionary(ring => ring.Message, StringComparer.Ordinal);
        var climbed = (await rings.EscalationsAsync(id, cancel)).ToLookup(step => step.Message, StringComparer.Ordinal);
        var deliveries = await line.DeliveriesAsync([.. messages.Where(message => message.Outgoing).Select(message => message.Id)], cancel);
        var peer = (await line.PeersAsync(cancel)).FirstOrDefault(one => one.NodeId == conversation.Peer);
        return new ConversationView(conversation, peer, [.. messages.Select(message => new MessageView(
            message, [.. receipts[message.Id]], [.. files[message.Id]], ringing.GetValueOrDefault(message.Id), [.. climbed[message.Id]], deliveries.GetValueOrDefault(message.Id)))]);
    }

    internal async Task<IReadOnlyList<LineView>> LinesAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = (await lines.ListAsync(cancel)).ToDictionary(one => one.Peer, StringComparer.Ordinal);
        return [.. (await line.PeersAsync(cancel)).Select(peer => known.GetValueOrDefault(peer.NodeId) is { } state ? new LineView(peer, state, state.IsAlive(now)) : new LineView(peer, null, false))];
    }

    internal Task<IReadOnlyList<KnownPeer>> PeersAsync(CancellationToken cancel) => line.PeersAsync(cancel);
}
