using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Two real nodes that watch each other's ledgers over real TLS.</summary>
public sealed class LedgerExchangeTests
{
    [Fact]
    public async Task Ledgers_WhenMessagesPass_AreCosignedByEachOther()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);

        await jp.SettledAsync(await jp.SendAsync(ph, "watched"));

        await PairedNode.UntilAsync(async () => await AcceptedAsync(ph, jp) && await AcceptedAsync(jp, ph));
        await PairedNode.UntilAsync(async () => (await jp.Services.GetRequiredService<Witnesses>().ListAsync(default)).Count == 1 && (await ph.Services.GetRequiredService<Witnesses>().ListAsync(default)).Count == 1);
    }

    [Fact]
    public async Task Ledger_WhenAnActWasChangedBehindTheNodesBackAndTheTreeMadeAnew_IsFoundAtTheNextMessage()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.SettledAsync(await jp.SendAsync(ph, "one"));
        await PairedNode.UntilAsync(() => AcceptedAsync(ph, jp));

        await RewriteAsync(jp);
        await jp.SettledAsync(await jp.SendAsync(ph, "two"));

        await PairedNode.UntilAsync(async () => await VerdictAsync(ph, jp) == nameof(CheckpointVerdict.Rewritten));
        await PairedNode.UntilAsync(async () => (await jp.ActsAsync()).Contains("ledger.doubted"));
        (await ph.ActsAsync()).ShouldContain("ledger.peer.refused");
    }

    [Fact]
    public async Task Ledger_WhenANodeIsPutBackToAnOlderState_IsNamedRolledBackOrRewritten()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.SettledAsync(await jp.SendAsync(ph, "one"));
        await jp.StopAsync();
        jp.Keep("old");
        await jp.StartAsync();
        for (var i = 0; i < 10; i++) await jp.SettledAsync(await jp.SendAsync(ph, FormattableString.Invariant($"later {i}")));
        await PairedNode.UntilAsync(async () => await SizeAsync(ph, jp) > 20);
        await jp.StopAsync();
        jp.PutBack("old");
        Forget(Path.Combine(jp.Data, LedgerFolder.Name, "tile"));
        File.Delete(Path.Combine(jp.Data, LedgerFolder.Name, "checkpoint"));
        await jp.StartAsync();

        // What it shows first is a step that the peer knows; what it does next is not.
        await jp.SettledAsync(await jp.SendAsync(ph, "after the restart"));

        await PairedNode.UntilAsync(async () => await VerdictAsync(ph, jp) is nameof(CheckpointVerdict.RolledBack) or nameof(CheckpointVerdict.Rewritten));
    }

    // As somebody with the database's password and time would: the row, the chain of hashes after it, the tree, the signed checkpoints.
    private static async Task RewriteAsync(PairedNode node)
    {
        await node.StopAsync();
        await RewrittenHistory.MakeAsync(Path.Combine(node.Data, "records.db"));
        Forget(Path.Combine(node.Data, LedgerFolder.Name, "tile"));
        File.Delete(Path.Combine(node.Data, LedgerFolder.Name, "checkpoint"));
        await node.StartAsync();
    }

    // Only full tiles are kept as files: a short ledger has none.
    private static void Forget(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> AcceptedAsync(PairedNode here, PairedNode of) => await VerdictAsync(here, of) == nameof(CheckpointVerdict.Accepted);

    private static async Task<string?> VerdictAsync(PairedNode here, PairedNode of) => (await here.Services.GetRequiredService<PeerLedgers>().StandingAsync(of.NodeId, default))?.Verdict;

    private static async Task<long> SizeAsync(PairedNode here, PairedNode of) => (await here.Services.GetRequiredService<PeerLedgers>().StandingAsync(of.NodeId, default))?.Size ?? 0;
}
