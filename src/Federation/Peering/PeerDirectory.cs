namespace Noroshi.Federation;

/// <summary>Tells other rooms which peers there are.</summary>
public sealed class PeerDirectory
{
    private readonly PeerRecords _peers;

    internal PeerDirectory(PeerRecords peers) => _peers = peers;

    /// <summary>Every peer, also those with whom messages do not flow.</summary>
    public async Task<IReadOnlyList<KnownPeer>> ListAsync(CancellationToken cancel) => [.. (await _peers.ListAsync(cancel).ConfigureAwait(false)).Select(Known)];

    /// <summary>The peer of that node id; null when there is none.</summary>
    public async Task<KnownPeer?> FindAsync(string nodeId, CancellationToken cancel) =>
        await _peers.FindAsync(nodeId, cancel).ConfigureAwait(false) is { } peer ? Known(peer) : null;

    private static KnownPeer Known(Peer peer) => new(peer.NodeId, peer.State, peer.NameEn, peer.NameJa, peer.IsActive, peer.LastHeardAt);
}
