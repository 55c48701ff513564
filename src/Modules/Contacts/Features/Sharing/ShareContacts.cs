using System.Globalization;
using System.Text.Json;
using Noroshi.Contacts.Formats;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Sends this state's own valid points to every active peer, signed; what a peer had of them before is replaced as a whole.</summary>
internal sealed class ShareContacts(RecordStore records, ContactDirectory directory, PeerDirectory peers, PeerPost post, NodeOptions options, TimeProvider clock)
{
    private const string Marking = "TLP:GREEN";

    /// <summary>What was sent to whom.</summary>
    /// <param name="Points">Points of this state that were sent.</param>
    /// <param name="Peers">Node ids of the peers they go to.</param>
    /// <param name="NotTo">Peers whose agreement does not let them out, with the reason.</param>
    internal sealed record Outcome(int Points, IReadOnlyList<string> Peers, IReadOnlyList<string> NotTo);

    /// <summary>Posts them; delivery goes on until each peer has them.</summary>
    /// <exception cref="RefusalException">There is nothing to send, or nobody to send it to.</exception>
    internal async Task<Outcome> RunAsync(Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var book = await directory.CurrentAsync(cancel);
        var own = new PointFilter(CountryCode.Parse(options.State), null, "", "").Of(book, now).Where(point => point.Origin is null or "").Select(point => (book.BodyOf(point), point)).ToList();
        if (own.Count == 0) throw new RefusalException($"The directory holds no valid point of {options.State} that was entered here.", RefusalException.Input);
        var active = (await peers.ListAsync(cancel)).Where(peer => peer.Active).ToList();
        if (active.Count == 0) throw new RefusalException("There is no active peer to send them to. Peer with another state first (/peers).", RefusalException.Input);
        using var content = JsonDocument.Parse(new JsonContacts().Write(new ExportedPoints(own, now)));
        var (to, not) = (new List<string>(), new List<string>());
        foreach (var peer in active)
        {
            try
            {
                await records.TransactAsync(transaction => SendAsync(transaction, peer, content.RootElement, own.Count, by, now, cancel), cancel);
                to.Add(peer.NodeId);
            }
            catch (RefusalException refused)
            {
                not.Add(refused.Message);
            }
        }

        return new Outcome(own.Count, to, not);
    }

    private async Task SendAsync(RecordTransaction transaction, KnownPeer peer, JsonElement content, int points, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var message = await post.SendAsync(transaction, new OutgoingMessage(peer.NodeId, PeerEntriesReceiver.Type, "contacts", content, Marking), cancel);
        var details = new Dictionary<string, string> { ["points"] = points.ToString(CultureInfo.InvariantCulture), ["message"] = message };
        await ActTrail.RecordAsync(transaction, new AuditEvent(now, "contacts.shared", by.Id, by.Organisation, "peer:" + peer.NodeId, true, details), cancel);
    }
}
