using Noroshi.Federation;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>The delivery of the federation.</summary>
internal sealed class FederatedLine(PeerPost post, PeerDirectory peers) : IHotlineLine
{
    public Task<string> SendAsync(RecordTransaction transaction, OutgoingMessage message, CancellationToken cancel) => post.SendAsync(transaction, message, cancel);

    public Task<IReadOnlyDictionary<string, Delivery>> DeliveriesAsync(IReadOnlyCollection<string> messageIds, CancellationToken cancel) => post.DeliveriesAsync(messageIds, cancel);

    public Task<IReadOnlyList<KnownPeer>> PeersAsync(CancellationToken cancel) => peers.ListAsync(cancel);
}
