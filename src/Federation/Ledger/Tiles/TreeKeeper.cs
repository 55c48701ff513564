using Microsoft.Extensions.Logging;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary>Lets the tree grow with the audit log: reads the acts it does not have yet, keeps full tiles as files and the edge in memory.</summary>
/// <remarks>
/// The acts are the truth and the tiles derived from them, so a crash at any moment loses nothing: the next look finds how far the tiles
/// reach and goes on from there. Thread-safe; one per process, which holds the data folder.
/// </remarks>
internal sealed class TreeKeeper(ActLeaves acts, TileSource tiles, ILogger<TreeKeeper> log) : IDisposable
{
    // One question to the records covers so many leaves; read as a stream, so that memory does not grow with it.
    private const long Batch = 1 << 20;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TreeEdge? _edge;
    private volatile LedgerTree? _tree;

    /// <summary>The tree as it was last read; null before the first time.</summary>
    internal LedgerTree? Current => _tree;

    /// <summary>The tree over all acts recorded before this call.</summary>
    /// <exception cref="LedgerRefusedException">An act is missing or was changed, or there are fewer than the tree has.</exception>
    internal async Task<LedgerTree> GrowAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var (count, _) = await acts.HeadAsync(cancel);
            if (_tree is { } tree && tree.Size == count) return tree;
            var edge = _edge ?? await LoadAsync(count, cancel);
            // Until all went well the edge is nobody's: a failure half-way leaves it to be read anew.
            _edge = null;
            if (edge.Size > count)
                throw new LedgerRefusedException($"The ledger had {edge.Size} leaves, and the audit log has only {count} acts now: the records were put back to an earlier state while the node ran. Nothing is signed. Restore the newest backup.", count);
            while (edge.Size < count) await AddAsync(edge, Math.Min(Batch, count - edge.Size), cancel);
            _edge = edge;
            return _tree = new LedgerTree(edge.Size, edge.Levels(), tiles);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task AddAsync(TreeEdge edge, long count, CancellationToken cancel)
    {
        var until = edge.Size + count;
        var hash = new byte[MerkleHash.Size];
        await foreach (var leaf in acts.StreamAsync(edge.Size, count, cancel))
        {
            TileSource.Check(leaf, edge.Size);
            MerkleHash.Leaf(leaf.Content, hash);
            edge.Add(hash);
        }

        if (edge.Size != until) throw LedgerRefusedException.Leaf(edge.Size, "its act is missing");
    }

    private async Task<TreeEdge> LoadAsync(long count, CancellationToken cancel)
    {
        var kept = tiles.Files.Count(0);
        if (kept > TreeEdge.Full(count, 0))
        {
            // Whether anything of it was ever signed is for the one who signs to see; unsigned tiles may go.
            log.LogWarning("The tiles of the ledger reach {Tiles} leaves, the audit log has {Acts} acts; the tiles beyond it are taken away", kept * TreeEdge.Width, count);
            tiles.Files.Trim(count);
            kept = TreeEdge.Full(count, 0);
        }

        var size = kept * TreeEdge.Width;
        var levels = new List<byte[]> { Array.Empty<byte>() };
        for (var level = 1; TreeEdge.Full(size, level - 1) != 0; level++)
        {
            var held = TreeEdge.Held(size, level);
            var first = TreeEdge.Full(size, level) * TreeEdge.Width;
            var hashes = new byte[held * MerkleHash.Size];
            for (var i = 0; i < held; i++) MerkleHash.Fold(await tiles.ReadAsync(level - 1, first + i, cancel)).CopyTo(hashes, i * MerkleHash.Size);
            levels.Add(hashes);
        }

        return new TreeEdge(size, levels, tiles.Files.Write);
    }
}
