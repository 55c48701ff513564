using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Takes messages for peers in the transaction of the sender. A stand-in until the transport is there: it keeps them, and nothing carries them.</summary>
public sealed class PeerPost
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS seam_outbox (id TEXT NOT NULL PRIMARY KEY, peer TEXT NOT NULL, type TEXT NOT NULL, conversation TEXT NOT NULL, data TEXT NOT NULL, marking TEXT NOT NULL, queued_at TEXT NOT NULL, delivered_at TEXT)";

    private readonly RecordStore _store;
    private readonly TimeProvider _clock;

    internal PeerPost(RecordStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Queues the message in the caller's transaction; returns its id.</summary>
    /// <exception cref="RefusalException">The peer is not active, or the agreement allows neither the type nor the marking.</exception>
    public async Task<string> SendAsync(RecordTransaction transaction, OutgoingMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(message);
        if (!await PeerDirectory.IsActiveAsync(transaction, message.Peer, cancel).ConfigureAwait(false))
            throw new RefusalException($"There is no active peer '{message.Peer}'. Confirm the peering first.", RefusalException.Input);
        await transaction.ExecuteAsync(Table, null, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        await transaction.ExecuteAsync(
            "INSERT INTO seam_outbox (id, peer, type, conversation, data, marking, queued_at) VALUES (@id, @Peer, @Type, @Conversation, @data, @Marking, @now)",
            new { id, message.Peer, message.Type, message.Conversation, data = JsonSerializer.Serialize(message.Data), message.Marking, now },
            cancel).ConfigureAwait(false);
        return id;
    }

    /// <summary>Where the messages stand, by id; those this node never sent are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync(IReadOnlyCollection<string> messageIds, CancellationToken cancel)
    {
        await _store.ExecuteAsync(Table, null, cancel).ConfigureAwait(false);
        var rows = await _store.QueryAsync<Row>("SELECT id, queued_at, delivered_at FROM seam_outbox", null, cancel).ConfigureAwait(false);
        return rows.Where(row => messageIds.Contains(row.Id)).ToDictionary(
            row => row.Id,
            row => new Delivery(row.Id, row.DeliveredAt is null ? DeliveryState.Queued : DeliveryState.Delivered, row.QueuedAt, row.DeliveredAt, row.DeliveredAt is null ? 0 : 1, null),
            StringComparer.Ordinal);
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public DateTimeOffset QueuedAt { get; init; }

        public DateTimeOffset? DeliveredAt { get; init; }
    }
}
