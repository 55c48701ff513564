using System.Globalization;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>This node's own description, signed anew whenever something in it changes.</summary>
internal sealed class OwnDocument(NodeOptions options, NodeKeys keys, IStateNames names, RecordStore store, PeerAddress address, Ledger.NodeLedger ledger, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (NodeDocument Document, string Signed)? _now;

    /// <summary>The id of this node.</summary>
    internal string NodeId { get; } = NodeDocument.IdOf(options.State, keys.SigningHistory[0].Public);

    internal Fingerprint Fingerprint => Fingerprint.Of(Body(0));

    /// <summary>The description and its signed form.</summary>
    internal async Task<(NodeDocument Document, string Signed)> GetAsync(CancellationToken cancel)
    {
        if (_now is { } known && known.Document.Url == address.Announced) return known;
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            _now = await store.TransactAsync(transaction => CurrentAsync(transaction, cancel), cancel).ConfigureAwait(false);
            return _now.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>To be called when keys changed.</summary>
    internal void Forget() => _now = null;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<(NodeDocument, string)> CurrentAsync(RecordTransaction transaction, CancellationToken cancel)
    {
        var plain = JsonSerializer.Serialize(Body(0) with { Successions = [] });
        var kept = await transaction.FirstAsync<Row>("SELECT revision, body, signed FROM node_document WHERE id = 1", null, cancel).ConfigureAwait(false);
        if (kept is not null && kept.Body == plain) return (JsonSerializer.Deserialize<NodeDocument>(Jws.Payload(kept.Signed))!, kept.Signed);
        // The clock as well as the last number: a node restored from an old backup must still come after what its peers have seen.
        var revision = Math.Max((kept?.Revision ?? 0) + 1, clock.GetUtcNow().ToUnixTimeSeconds());
        var document = Body(revision);
        var signed = SignedDocument.Sign(document, keys.Signing);
        await transaction.ExecuteAsync("DELETE FROM node_document WHERE id = 1", null, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync("INSERT INTO node_document (id, revision, body, signed) VALUES (1, @revision, @plain, @signed)", new { revision, plain, signed }, cancel).ConfigureAwait(false);
        return (document, signed);
    }

    private NodeDocument Body(long revision)
    {
        var state = CountryCode.Parse(options.State);
        var history = keys.SigningHistory;
        var successions = new List<string>();
        for (var i = 1; i < history.Count; i++) successions.Add(SignedDocument.Succeed(NodeId, history[i - 1], history[i].Public));
        return new NodeDocument(
            NodeId,
            options.State,
            names.NameOf(state, CultureInfo.GetCultureInfo("en")),
            names.NameOf(state, CultureInfo.GetCultureInfo("ja")),
            NodeDocument.CurrentProtocol,
            revision,
            address.Announced,
            [keys.SigningKey, keys.SealingKey],
            keys.Pins,
            successions,
            options.Exercise,
            new LedgerIdentity(ledger.Verifier.ToString()));
    }

    private sealed record Row(long Revision, string Body, string Signed);
}
