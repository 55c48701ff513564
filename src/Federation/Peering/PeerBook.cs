namespace Noroshi.Federation;

/// <summary>Peers by the pin of their certificate, in memory: asked for every request, read again after every change.</summary>
internal sealed class PeerBook(PeerRecords records)
{
    private volatile Dictionary<string, Peer>? _byPin;

    /// <summary>The peer that introduced itself with the certificate of that pin; null for a stranger.</summary>
    internal async Task<Peer?> ByPinAsync(string pin, CancellationToken cancel)
    {
        if (_byPin is not { } known)
        {
            known = new(StringComparer.Ordinal);
            foreach (var peer in await records.ListAsync(cancel).ConfigureAwait(false)) known.TryAdd(peer.Pin, peer);
            _byPin = known;
        }

        return known.GetValueOrDefault(pin);
    }

    /// <summary>To be called after every change of a peer.</summary>
    internal void Forget() => _byPin = null;
}
