using Noroshi.Federation;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Finds the peer that somebody means: by its state, or by its node id.</summary>
internal sealed class FindPeer(IHotlineLine line)
{
    /// <summary>The active peer.</summary>
    /// <exception cref="RefusalException">There is none, or the state has several.</exception>
    internal async Task<KnownPeer> ActiveAsync(string? meant, CancellationToken cancel)
    {
        var active = (await line.PeersAsync(cancel)).Where(peer => peer.Active).ToList();
        if (active.FirstOrDefault(peer => peer.NodeId == meant) is { } exact) return exact;
        return active.Where(peer => peer.State.Equals(meant, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var only] => only,
            [] => throw new RefusalException($"There is no active peer '{meant}'. {(active.Count == 0 ? "No peer is active yet; confirm a peering first." : "Active: " + string.Join(", ", active.Select(peer => peer.State)) + ".")}", RefusalException.Input),
            var several => throw new RefusalException($"{meant} has several nodes. Name one: {string.Join(", ", several.Select(peer => peer.NodeId))}.", RefusalException.Input),
        };
    }
}
