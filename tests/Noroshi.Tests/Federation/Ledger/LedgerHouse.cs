using Microsoft.Extensions.Logging.Abstractions;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Federation.Ledger;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>A ledger over a temporary folder, whose parts are made anew on <see cref="Restart"/> like those of a process that was killed.</summary>
internal sealed class LedgerHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _old = [];

    private LedgerHouse(RecordStore? records) => Records = records ?? RecordStore.For(new NodeOptions { DataDirectory = Data, ReferenceData = "" });

    public RecordStore Records { get; private set; }

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 28, 3, 0, 0, TimeSpan.Zero));

    public string Data => _folder.File("data");

    public string Folder => Path.Combine(Data, "ledger");

    public ActLeaves Acts { get; private set; } = null!;

    public TileFiles Files { get; private set; } = null!;

    public TreeKeeper Keeper { get; private set; } = null!;

    public CheckpointRecords Checkpoints { get; private set; } = null!;

    public Witnesses Witnesses { get; private set; } = null!;

    public PeerLedgers Peers { get; private set; } = null!;

    public NodeLedger Ledger { get; private set; } = null!;

    public LedgerCheck Check { get; private set; } = null!;

    public ProveLeaf Prove { get; private set; } = null!;

    public LedgerKey Key => LedgerKey.Open(Folder, "JP");

    public static async Task<LedgerHouse> OpenAsync(int acts = 0, RecordStore? records = null)
    {
        var house = new LedgerHouse(records);
        await new Migrator(house.Records, TimeProvider.System).RunAsync(
            [.. AccessServices.Migrations(house.Records.Dialect), MigrationSet.Read("federation", typeof(FederationModule).Assembly, house.Records.Dialect)], default);
        house.Restart();
        await house.RecordAsync(acts);
        return house;
    }

    /// <summary>Forgets what was in memory; files and records stay.</summary>
    public void Restart()
    {
        var options = new NodeOptions { DataDirectory = Data, ReferenceData = "" };
        var folder = new LedgerFolder(options);
        var key = new Lazy<LedgerKey>(() => Key);
        Acts = new ActLeaves(Records);
        Files = new TileFiles(folder.Path);
        var tiles = new TileSource(Files, Acts);
        Keeper = new TreeKeeper(Acts, tiles, NullLogger<TreeKeeper>.Instance);
        Checkpoints = new CheckpointRecords(Records, folder, NullLogger<CheckpointRecords>.Instance);
        Witnesses = new Witnesses(Records, Checkpoints);
        Peers = new PeerLedgers(Records, key, Clock);
        Ledger = new NodeLedger(Keeper, Acts, Checkpoints, Witnesses, key, new AuditLog(Records), Clock, NullLogger<NodeLedger>.Instance);
        Check = new LedgerCheck(Acts, tiles, Keeper, Checkpoints, key);
        Prove = new ProveLeaf(Ledger, Checkpoints);
        _old.AddRange([Keeper, Ledger]);
    }

    public Task RecordAsync(int count, string act = "act") => Records.TransactAsync(
        transaction => ActTrail.RecordAllAsync(
            transaction, [.. Enumerable.Range(0, count).Select(i => new AuditEvent(Clock.GetUtcNow(), $"{act}.done", "system", "csirt", $"thing:{i}", true, new Dictionary<string, string> { ["n"] = $"{i}" }))], default),
        default);

    /// <summary>The leaves as they stand, read through the records.</summary>
    public async Task<byte[][]> LeavesAsync()
    {
        var leaves = new List<byte[]>();
        await foreach (var leaf in Acts.StreamAsync(0, int.MaxValue, default)) leaves.Add(leaf.Content);
        return [.. leaves];
    }

    /// <summary>Changes the records behind the triggers.</summary>
    public async Task TamperAsync(string sql)
    {
        foreach (var trigger in new[] { "audit_event_never_changed", "audit_event_never_deleted" })
            await Records.ExecuteAsync(Records.Dialect == RecordDialect.Sqlite ? $"DROP TRIGGER IF EXISTS {trigger}" : $"DROP TRIGGER IF EXISTS {trigger} ON audit_event", null, default);
        (await Records.ExecuteAsync(sql, null, default)).ShouldBeGreaterThan(0);
    }

    /// <summary>Changes an act and mends the chain from there to the head, as somebody who knows how it works would.</summary>
    public async Task RewriteAsync(long index)
    {
        await TamperAsync($"UPDATE audit_event SET actor = 'somebody else' WHERE sequence = {index + 1}");
        var rows = await Records.QueryAsync<AuditRow>($"SELECT {AuditLog.Columns} FROM audit_event ORDER BY sequence", null, default);
        var hash = "";
        foreach (var row in rows)
        {
            hash = row.HashAfter(hash);
            if (row.Sequence > index) await Records.ExecuteAsync("UPDATE audit_event SET hash = @hash WHERE sequence = @Sequence", new { hash, row.Sequence }, default);
        }

        await Records.ExecuteAsync("UPDATE audit_head SET hash = @hash WHERE id = 1", new { hash }, default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in _old) each.Dispose();
        await Records.DisposeAsync();
        _folder.Dispose();
    }
}
