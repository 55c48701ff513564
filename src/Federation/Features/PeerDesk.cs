using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>What an administrator does with peers: add, confirm after the telephone call, agree, suspend, resume, revoke, renew keys.</summary>
internal sealed class PeerDesk(RecordStore store, PeerRecords records, PeerBook book, PeerLines lines, OwnDocument own, NodeKeys keys, OutboxBell bell, IAuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Asks the node at an address who it is and keeps it, to be confirmed once its fingerprint was compared; a confirmed peer keeps its standing
    /// and is reached there from now on.
    /// </summary>
    /// <exception cref="RefusalException">The address is none, nobody answers, or what answers cannot be peered with.</exception>
    internal async Task<Peer> AddAsync(string url, Actor by, CancellationToken cancel)
    {
        if (!PeerUrl.TryParse(url, out var address)) throw new RefusalException($"'{url}' is not an address of a node. Give https, host and port, for example https://node.example:5443", RefusalException.Input);
        var (node, signed, pin) = await ReadAsync(address, cancel).ConfigureAwait(false);
        var peer = Introductions.New(node, signed, pin, by.Id, Standing.Pending, clock.GetUtcNow(), address.ToString().TrimEnd('/'));
        await store.TransactAsync(
            async transaction =>
            {
                var known = await PeerRecords.FindAsync(transaction, node.NodeId, cancel).ConfigureAwait(false);
                if (known is { OurStanding: Standing.Confirmed or Standing.Suspended })
                {
                    await MoveAsync(transaction, known, peer, by, cancel).ConfigureAwait(false);
                    return;
                }

                if (known is null)
                {
                    await PeerRecords.AddAsync(transaction, peer, cancel).ConfigureAwait(false);
                }
                else
                {
                    await PeerRecords.DescribeAsync(transaction, node, signed, pin, peer.Url, cancel).ConfigureAwait(false);
                    await PeerRecords.SetOursAsync(transaction, node.NodeId, Standing.Pending, cancel).ConfigureAwait(false);
                    await PeerRecords.ForgetToldAsync(transaction, node.NodeId, cancel).ConfigureAwait(false);
                }

                await RecordAsync(transaction, "federation.peer.added", node.NodeId, by, new() { ["url"] = peer.Url!, ["fingerprint"] = peer.Fingerprint.Digits }, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        Changed();
        return (await records.FindAsync(node.NodeId, cancel).ConfigureAwait(false))!;
    }

    /// <summary>Confirms the peer whose fingerprint was heard by another channel.</summary>
    /// <param name="heard">Words in either language, or digits.</param>
    /// <param name="nodeId">Which peer it must be; null takes the waiting one it belongs to.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusalException">It is no fingerprint, or not that of a waiting peer.</exception>
    internal async Task<Peer> ConfirmAsync(string heard, string? nodeId, Actor by, CancellationToken cancel)
    {
        var fingerprint = Fingerprint.Read(heard)
            ?? throw new RefusalException("That is not a fingerprint: ten words in English or Japanese, or twenty hexadecimal digits. Ask to have it read out once more.", RefusalException.Input);
        var waiting = (await records.ListAsync(cancel).ConfigureAwait(false)).Where(peer => peer.OurStanding == Standing.Pending && (nodeId is null || peer.NodeId == nodeId)).ToList();
        if (waiting.Find(peer => peer.Fingerprint.Matches(fingerprint)) is not { } peer)
        {
            await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "federation.peer.confirmed", by.Id, by.Organisation, nodeId is null ? null : "peer:" + nodeId, false), cancel).ConfigureAwait(false);
            throw new RefusalException(
                "That is not the fingerprint of " + (nodeId is null ? "any node that waits here" : "this node") + ". If it was read out rightly, somebody stands between the two nodes: do not confirm, and tell the other administrator.",
                RefusalException.Input);
        }

        await store.TransactAsync(
            async transaction =>
            {
                await PeerLedgers.BeginAnewAsync(transaction, peer.NodeId, cancel).ConfigureAwait(false);
                await PeerRecords.ConfirmAsync(transaction, peer.NodeId, clock.GetUtcNow(), by.Id, cancel).ConfigureAwait(false);
                await RecordAsync(transaction, "federation.peer.confirmed", peer.NodeId, by, new() { ["fingerprint"] = fingerprint.Digits }, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        Changed();
        return (await records.FindAsync(peer.NodeId, cancel).ConfigureAwait(false))!;
    }

    /// <summary>Holds messages back in both directions until it is resumed.</summary>
    internal Task SuspendAsync(string nodeId, Actor by, CancellationToken cancel) => MoveAsync(nodeId, [Standing.Confirmed], Standing.Suspended, "federation.peer.suspended", by, cancel);

    /// <summary>Lets messages flow again.</summary>
    internal Task ResumeAsync(string nodeId, Actor by, CancellationToken cancel) => MoveAsync(nodeId, [Standing.Suspended], Standing.Confirmed, "federation.peer.resumed", by, cancel);

    /// <summary>Ends the peering; only a new one, with a new comparison, begins again.</summary>
    internal Task RevokeAsync(string nodeId, Actor by, CancellationToken cancel) =>
        MoveAsync(nodeId, [Standing.Pending, Standing.Confirmed, Standing.Suspended], Standing.Revoked, "federation.peer.revoked", by, cancel);

    /// <summary>Changes what may pass.</summary>
    internal async Task AgreeAsync(string nodeId, Agreement agreement, Actor by, CancellationToken cancel)
    {
        var rules = agreement.Checked();
        await store.TransactAsync(
            async transaction =>
            {
                var before = (await FindAsync(transaction, nodeId, cancel).ConfigureAwait(false)).Rules;
                await PeerRecords.SetAgreementAsync(transaction, nodeId, rules, cancel).ConfigureAwait(false);
                await RecordAsync(transaction, "federation.peer.agreed", nodeId, by, new() { ["before"] = before.Json(), ["after"] = rules.Json() }, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        Changed();
    }

    /// <summary>Makes new keys; the old key signs the new one, and every peer is told.</summary>
    /// <returns>The new fingerprint.</returns>
    internal async Task<Fingerprint> RenewKeysAsync(Actor by, CancellationToken cancel)
    {
        var before = keys.SigningKey.Kid;
        keys.Renew();
        own.Forget();
        lines.Forget();
        var (document, _) = await own.GetAsync(cancel).ConfigureAwait(false);
        await audit.RecordAsync(
            new AuditEvent(clock.GetUtcNow(), "federation.keys.renewed", by.Id, by.Organisation, "node:" + own.NodeId, true, new Dictionary<string, string> { ["before"] = before, ["after"] = keys.SigningKey.Kid }),
            cancel).ConfigureAwait(false);
        bell.Ring();
        return Fingerprint.Of(document);
    }

    private async Task<(NodeDocument Node, string Signed, string Pin)> ReadAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            var (signed, pin) = await lines.DescribeAsync(address, cancel).ConfigureAwait(false);
            var node = await SignedDocument.OpenAsync(signed).ConfigureAwait(false);
            if (node.NodeId == own.NodeId) throw new RefusalException($"{address} is this node itself. Give the address of the other state's node.", RefusalException.Input);
            if (!node.Pins.Contains(pin, StringComparer.Ordinal)) throw new RefusalException($"The certificate shown at {address} is not the one its description names: something stands between. Nothing was kept.");
            var (ours, _) = await own.GetAsync(cancel).ConfigureAwait(false);
            if (node.Exercise != ours.Exercise) throw new RefusalException($"{(node.Exercise ? "That node is an exercise and this one is not" : "This node is an exercise and that one is not")}; they are never peered.", RefusalException.Input);
            return (node, signed, pin);
        }
        catch (PeerUnreachableException failed)
        {
            throw new RefusalException($"{failed.Message} Check the address with the other administrator, and that both nodes listen for peers (--peer-listen).", inner: failed);
        }
        catch (SealException failed)
        {
            throw new RefusalException($"The description at {address} cannot be believed: {failed.Message}", RefusalException.Input, failed);
        }
    }

    // A peer that is confirmed already has another address now: the comparison holds, as long as its key descends from the one compared.
    private async Task MoveAsync(RecordTransaction transaction, Peer known, Peer found, Actor by, CancellationToken cancel)
    {
        var (node, url) = (found.Node, found.Url!);
        var lineage = await SignedDocument.LineageAsync(node).ConfigureAwait(false);
        if (node.Revision < known.Revision || !lineage.Any(key => key.Kid == known.Node.SigningKey.Kid))
            throw new RefusalException($"What answers at {url} says it is {node.NodeId}, but not with a key that follows the one that was compared. Nothing was changed.", RefusalException.Input);
        await PeerRecords.DescribeAsync(transaction, node, found.Document, found.Pin, url, cancel).ConfigureAwait(false);
        await PeerRecords.ForgetToldAsync(transaction, node.NodeId, cancel).ConfigureAwait(false);
        await RecordAsync(transaction, "federation.peer.moved", node.NodeId, by, new() { ["url"] = url }, cancel).ConfigureAwait(false);
    }

    private async Task MoveAsync(string nodeId, Standing[] from, Standing to, string act, Actor by, CancellationToken cancel)
    {
        await store.TransactAsync(
            async transaction =>
            {
                var peer = await FindAsync(transaction, nodeId, cancel).ConfigureAwait(false);
                if (!from.Contains(peer.OurStanding)) throw new RefusalException($"{nodeId} is {peer.OurStanding.ToString().ToLowerInvariant()} on this side; that step is not possible from there.", RefusalException.Input);
                await PeerRecords.SetOursAsync(transaction, nodeId, to, cancel).ConfigureAwait(false);
                await RecordAsync(transaction, act, nodeId, by, [], cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        Changed();
    }

    private static async Task<Peer> FindAsync(RecordTransaction transaction, string nodeId, CancellationToken cancel) =>
        await PeerRecords.FindAsync(transaction, nodeId, cancel).ConfigureAwait(false) ?? throw new RefusalException($"There is no peer '{nodeId}'. See 'noroshi peer list'.", RefusalException.Input);

    private Task RecordAsync(RecordTransaction transaction, string act, string nodeId, Actor by, Dictionary<string, string> details, CancellationToken cancel) =>
        ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), act, by.Id, by.Organisation, "peer:" + nodeId, true, details), cancel);

    private void Changed()
    {
        book.Forget();
        bell.Ring();
    }
}
