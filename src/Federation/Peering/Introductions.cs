using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Takes in what another node says of itself and of this one, and says the same in return.</summary>
internal sealed class Introductions(OwnDocument own, NodeKeys keys, RecordStore store, PeerRecords peers, PeerBook book, OutboxBell bell, TimeProvider clock)
{
    /// <summary>More nodes than this cannot wait for a comparison: strangers must not fill the records.</summary>
    internal const int MostStrangers = 20;

    /// <summary>This node's description and what it says of that peer now.</summary>
    internal async Task<(Introduction Said, Standing Standing)> SayAsync(NodeDocument to, CancellationToken cancel)
    {
        var (_, description) = await own.GetAsync(cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var saying = await peers.SayAsync(to.NodeId, now, cancel).ConfigureAwait(false) ?? throw new SealException("This node does not know that node.");
        var standing = Enum.Parse<Standing>(saying.Standing);
        var statement = new PeerStatement(own.NodeId, to.NodeId, to.SigningKey.Kid, standing, saying.Number, now);
        return (new Introduction(description, statement.Sign(keys.Signing, keys.SigningKey.Kid)), standing);
    }

    /// <summary>Takes an introduction that a node brought itself.</summary>
    /// <param name="said">What it brought.</param>
    /// <param name="pin">The pin of the certificate it came with.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="SealException">It cannot be believed; the message says why.</exception>
    internal async Task<Introduction> TakeAsync(Introduction said, string pin, CancellationToken cancel)
    {
        var node = await SignedDocument.OpenAsync(said.Description).ConfigureAwait(false);
        if (!node.Pins.Contains(pin, StringComparer.Ordinal)) throw new SealException("The description does not name the certificate of this connection.");
        var statement = await StatementAsync(said, node).ConfigureAwait(false);
        await store.TransactAsync(transaction => TakeAsync(transaction, node, pin, said, statement, cancel), cancel).ConfigureAwait(false);
        book.Forget();
        bell.Ring();
        return (await SayAsync(node, cancel).ConfigureAwait(false)).Said;
    }

    /// <summary>Takes what a known peer answered to this node's own introduction.</summary>
    internal async Task TakeAnswerAsync(string nodeId, Introduction said, CancellationToken cancel)
    {
        var node = await SignedDocument.OpenAsync(said.Description).ConfigureAwait(false);
        if (node.NodeId != nodeId) throw new SealException("Another node answers at that address.");
        var statement = await StatementAsync(said, node).ConfigureAwait(false);
        await store.TransactAsync(transaction => TakeAsync(transaction, node, null, said, statement, cancel), cancel).ConfigureAwait(false);
        book.Forget();
    }

    private async Task<PeerStatement> StatementAsync(Introduction said, NodeDocument node)
    {
        var (document, _) = await own.GetAsync(default).ConfigureAwait(false);
        if (node.NodeId == own.NodeId) throw new SealException("A node does not peer with itself.");
        if (node.Exercise != document.Exercise) throw new SealException("One of the two nodes is an exercise and the other is not; they are never peered.");
        var statement = await PeerStatement.OpenAsync(said.Statement ?? throw new SealException("The statement is missing."), node.SigningKey).ConfigureAwait(false);
        if (statement.From != node.NodeId || statement.To != own.NodeId) throw new SealException("The statement is not by that node to this one.");
        if (!keys.SigningHistory.Any(key => key.Public.Kid == statement.ToKey)) throw new SealException("The statement is about a key that was never this node's.");
        return statement;
    }

    // The pin is null where the node did not call itself: then it showed a certificate, but not to be known by when it calls.
    private async Task TakeAsync(RecordTransaction transaction, NodeDocument node, string? pin, Introduction said, PeerStatement statement, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = await PeerRecords.FindAsync(transaction, node.NodeId, cancel).ConfigureAwait(false);
        if (known is null)
        {
            if (statement.Standing != Standing.Pending) throw new SealException("This node does not know that node; peering begins anew on both sides.");
            if (await PeerRecords.CountStrangersAsync(transaction, cancel).ConfigureAwait(false) >= MostStrangers) throw new SealException("Too many nodes wait here for a comparison; the administrators must clear the list first.");
            await PeerRecords.AddAsync(transaction, New(node, said.Description, pin ?? node.Pins[0], "peer", Standing.Pending, now), cancel).ConfigureAwait(false);
            await RecordAsync(transaction, "federation.peer.asked", node, [], cancel).ConfigureAwait(false);
            return;
        }

        await DescribeAsync(transaction, known, node, pin ?? known.Pin, said.Description, cancel).ConfigureAwait(false);
        await PeerRecords.HeardAsync(transaction, node.NodeId, now, cancel).ConfigureAwait(false);
        if (statement.Number > known.TheirNumber && known.TheirStanding != statement.Standing)
        {
            await PeerRecords.SetTheirsAsync(transaction, node.NodeId, statement, said.Statement!, now, cancel).ConfigureAwait(false);
            await RecordAsync(transaction, "federation.peer.said", node, new() { ["standing"] = statement.Standing.ToString(), ["digest"] = Jws.Digest(said.Statement!) }, cancel).ConfigureAwait(false);
            if (known.TheirStanding == Standing.Revoked && known.OurStanding == Standing.Confirmed)
            {
                // They ended it and begin anew: a comparison made for the peering before does not count for this one.
                await PeerRecords.SetOursAsync(transaction, node.NodeId, Standing.Pending, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes a newer description of a known peer; one that does not descend from the pinned key is refused.</summary>
    private async Task DescribeAsync(RecordTransaction transaction, Peer known, NodeDocument node, string pin, string signed, CancellationToken cancel)
    {
        if (signed == known.Document && pin == known.Pin) return;
        var lineage = await SignedDocument.LineageAsync(node).ConfigureAwait(false);
        if (!lineage.Any(key => key.Kid == known.Node.SigningKey.Kid)) throw new SealException("The node's new key is not signed by the key that was compared.");
        if (node.Revision < known.Revision) throw new SealException("The description is older than the one known here.");
        await PeerRecords.DescribeAsync(transaction, node, signed, pin, null, cancel).ConfigureAwait(false);
        if (node.SigningKey.Kid != known.Node.SigningKey.Kid)
            await RecordAsync(transaction, "federation.peer.renewed", node, new() { ["key"] = node.SigningKey.Kid }, cancel).ConfigureAwait(false);
    }

    internal static Peer New(NodeDocument node, string signed, string pin, string by, Standing ours, DateTimeOffset now, string? url = null) => new()
    {
        NodeId = node.NodeId,
        State = node.State,
        NameEn = node.NameEn,
        NameJa = node.NameJa,
        Url = url ?? node.Url,
        Document = signed,
        Pin = pin,
        Revision = node.Revision,
        Ours = ours.ToString(),
        Theirs = nameof(Standing.Pending),
        Agreement = Agreement.Initial.Json(),
        AddedAt = now,
        AddedBy = by,
    };

    private Task RecordAsync(RecordTransaction transaction, string act, NodeDocument node, Dictionary<string, string> details, CancellationToken cancel)
    {
        details["fingerprint"] = Fingerprint.Of(node).Digits;
        return ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), act, "peer:" + node.NodeId, null, "peer:" + node.NodeId, true, details), cancel);
    }
}
