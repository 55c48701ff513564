namespace Noroshi.SystemTests.Federation;

/// <summary>A node restored from an older backup gets back what it lost, and the other side's ledger knows that it was restored.</summary>
public sealed class OldBackupTests
{
    [Fact]
    public async Task Receiver_WhenRestored_GetsAgainWhatItLost()
    {
        await using var pair = new NodePair();
        await pair.InitializeAsync();
        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "before");
        await pair.SettleAsync();
        await pair.Ph.KeepAsync();
        var size = pair.Ph.Records.Acts().Values.Sum();
        await NodePair.SayAsync(pair.Jp, pair.Ph, "lost 1", conversation);
        await NodePair.SayAsync(pair.Jp, pair.Ph, "lost 2", conversation);
        await pair.SettleAsync();
        await SeenAsync(pair.Ph, size);
        await pair.Ph.StopAsync();
        await pair.Ph.PutBackAsync();
        pair.Ph.Records.Said(outgoing: false).Select(one => one.Text).ShouldBe(["before"]);
        await pair.Ph.StartAsync();

        await NodePair.SayAsync(pair.Jp, pair.Ph, "after", conversation);
        await pair.SettleAsync();
        await NodePair.UntilAsync(() => Task.FromResult(pair.Jp.Records.LedgerVerdict() is "RolledBack" or "Rewritten"));

        pair.Ph.Records.Said(outgoing: false).Select(one => one.Text).ShouldBe(["before", "lost 1", "lost 2", "after"]);
        pair.Jp.Records.Acts().Keys.ShouldContain("federation.peer.behind");
        pair.Jp.Records.Acts().Keys.ShouldContain("ledger.peer.refused");
        await NodePair.UntilAsync(() => Task.FromResult(pair.Ph.Records.Acts().ContainsKey("ledger.doubted")));
        await pair.AllIsWellAsync();
    }

    [Fact]
    public async Task Sender_WhenRestored_IsHeardOnBehindWhatThePeerHas()
    {
        await using var pair = new NodePair();
        await pair.InitializeAsync();
        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "before");
        await pair.SettleAsync();
        await pair.Jp.KeepAsync();
        var size = pair.Jp.Records.Acts().Values.Sum();
        await NodePair.SayAsync(pair.Jp, pair.Ph, "said 1", conversation);
        await NodePair.SayAsync(pair.Jp, pair.Ph, "said 2", conversation);
        await pair.SettleAsync();
        await SeenAsync(pair.Jp, size);
        await pair.Jp.StopAsync();
        await pair.Jp.PutBackAsync();
        await pair.Jp.StartAsync();

        foreach (var place in new[] { 1, 2, 3 }) await NodePair.SayAsync(pair.Jp, pair.Ph, $"after {place}", conversation);
        await pair.SettleAsync();
        await NodePair.UntilAsync(() => Task.FromResult(pair.Ph.Records.LedgerVerdict() is "RolledBack" or "Rewritten"));

        pair.Ph.Records.SetAside().ShouldBeEmpty();
        pair.Ph.Records.Said(outgoing: false).Select(one => one.Text).ShouldBe(["before", "said 1", "said 2", "after 1", "after 2", "after 3"]);
        pair.Jp.Records.Acts().Keys.ShouldContain("federation.node.behind");
        pair.Ph.Records.Acts().Keys.ShouldContain("ledger.peer.refused");
        (await pair.Jp.AskAsync("ledger.verify", new { })).GetProperty("valid").GetBoolean().ShouldBeTrue();
    }

    // What the peer never saw it cannot miss.
    private static Task SeenAsync(PeerNode node, long size) => NodePair.UntilAsync(() => Task.FromResult(node.Records.Cosigned() > size));
}
