using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>The peers of this node. A stand-in until peering is there: it reads a table that nothing fills.</summary>
public sealed class PeerDirectory
{
    internal const string Table = "CREATE TABLE IF NOT EXISTS seam_peer (node_id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, name_en TEXT NOT NULL, name_ja TEXT NOT NULL, active INTEGER NOT NULL, last_heard TEXT)";
    private const string Columns = "SELECT node_id, state, name_en, name_ja, active, last_heard FROM seam_peer";
    private readonly RecordStore _store;

    internal PeerDirectory(RecordStore store) => _store = store;

    /// <summary>All peers, by state.</summary>
    public async Task<IReadOnlyList<KnownPeer>> ListAsync(CancellationToken cancel)
    {
        await _store.ExecuteAsync(Table, null, cancel).ConfigureAwait(false);
        return [.. (await _store.QueryAsync<Row>(Columns + " ORDER BY state, node_id", null, cancel).ConfigureAwait(false)).Select(row => row.ToPeer())];
    }

    /// <summary>One of them; null when there is none of that id.</summary>
    public async Task<KnownPeer?> FindAsync(string nodeId, CancellationToken cancel) =>
        (await ListAsync(cancel).ConfigureAwait(false)).FirstOrDefault(peer => peer.NodeId == nodeId);

    /// <summary>Adds a peer or changes it.</summary>
    internal async Task PutAsync(KnownPeer peer, CancellationToken cancel)
    {
        await _store.ExecuteAsync(Table, null, cancel).ConfigureAwait(false);
        await _store.TransactAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("DELETE FROM seam_peer WHERE node_id = @NodeId", peer, cancel).ConfigureAwait(false);
                await transaction.ExecuteAsync("INSERT INTO seam_peer (node_id, state, name_en, name_ja, active, last_heard) VALUES (@NodeId, @State, @NameEn, @NameJa, @Active, @LastHeard)", peer, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
    }

    internal static async Task<bool> IsActiveAsync(RecordTransaction transaction, string nodeId, CancellationToken cancel)
    {
        await transaction.ExecuteAsync(Table, null, cancel).ConfigureAwait(false);
        return await transaction.FirstAsync<int>("SELECT COUNT(*) FROM seam_peer WHERE node_id = @nodeId AND active = 1", new { nodeId }, cancel).ConfigureAwait(false) == 1;
    }

    private sealed class Row
    {
        public string NodeId { get; init; } = "";

        public string State { get; init; } = "";

        public string NameEn { get; init; } = "";

        public string NameJa { get; init; } = "";

        public bool Active { get; init; }

        public DateTimeOffset? LastHeard { get; init; }

        public KnownPeer ToPeer() => new(NodeId, State, NameEn, NameJa, Active, LastHeard);
    }
}
