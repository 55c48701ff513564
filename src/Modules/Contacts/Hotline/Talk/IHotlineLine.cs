using Noroshi.Federation;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>What the hotline needs of the delivery between nodes.</summary>
internal interface IHotlineLine
{
    /// <summary>Queues a message in the caller's transaction; its id.</summary>
    /// <exception cref="RefusalException">The peer is not active, or the agreement with it does not allow this.</exception>
    Task<string> SendAsync(RecordTransaction transaction, OutgoingMessage message, CancellationToken cancel);

    /// <summary>Where own messages stand, by id.</summary>
    Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync(IReadOnlyCollection<string> messageIds, CancellationToken cancel);

    Task<IReadOnlyList<KnownPeer>> PeersAsync(CancellationToken cancel);
}
