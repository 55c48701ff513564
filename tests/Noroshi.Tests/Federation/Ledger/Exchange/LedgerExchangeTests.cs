using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Two real nodes that watch each other's ledgers over real TLS.</summary>
public sealed class LedgerExchangeTests : PairedNodes
{
    [Fact]
    public async Task Ledgers_WhenMessagesPass_AreCosignedByEachOther()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "watched"));

        await PairedNode.UntilAsync(async () => await AcceptedAsync(Ph, Jp) && await AcceptedAsync(Jp, Ph));
        await PairedNode.UntilAsync(async () => (await Jp.Services.GetRequiredService<Witnesses>().ListAsync(default)).Count == 1 && (await Ph.Services.GetRequiredService<Witnesses>().ListAsync(default)).Count == 1);
    }

    [Fact]
    public async Task Ledger_WhenAnActWasChangedBehindTheNodesBackAndTheTreeMadeAnew_IsFoundAtTheNextMessage()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "one"));
        await PairedNode.UntilAsync(() => AcceptedAsync(Ph, Jp));

        await RewriteAsync(Jp);
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "two"));

        await PairedNode.UntilAsync(async () => await VerdictAsync(Ph, Jp) == nameof(CheckpointVerdict.Rewritten));
        await PairedNode.UntilAsync(async () => (await Jp.ActsAsync()).Contains("ledger.doubted"));
        (await Ph.ActsAsync()).ShouldContain("ledger.peer.refused");
    }

    [Fact]
    public async Task Ledger_WhenANodeIsPutBackToAnOlderState_IsNamedRolledBackOrRewritten()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "one"));
        await Jp.StopAsync();
        Jp.Keep("old");
        await Jp.StartAsync();
        for (var i = 0; i < 10; i++) await Jp.SettledAsync(await Jp.SendAsync(Ph, FormattableString.Invariant($"later {i}")));
        await PairedNode.UntilAsync(async () => await SizeAsync(Ph, Jp) > 20);
        await Jp.StopAsync();
        Jp.PutBack("old");
        Forget(Path.Combine(Jp.Data, LedgerFolder.Name, "tile"));
        File.Delete(Path.Combine(Jp.Data, LedgerFolder.Name, "checkpoint"));
        await Jp.StartAsync();

        // What it shows first is a step that the peer knows; what it does next is not.
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "after the restart"));

        await PairedNode.UntilAsync(async () => await VerdictAsync(Ph, Jp) is nameof(CheckpointVerdict.RolledBack) or nameof(CheckpointVerdict.Rewritten));
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
