using Noroshi.Federation;

namespace Noroshi.Tests.Federation;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Messages_WhenManyConversationsRun_ArriveOnceAndInOrderInEach()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);

        string last = "";
        for (var i = 0; i < 30; i++) last = await jp.SendAsync(ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 3}"));
        await PairedNode.UntilAsync(async () => (await ReceivedTexts.OfAsync(ph)).Count == 30);
        await jp.SettledAsync(last);

        for (var c = 0; c < 3; c++)
            (await ReceivedTexts.OfAsync(ph, FormattableString.Invariant($"c-{c}"))).ShouldBe(Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{(i * 3) + c}")));
    }

    [Fact]
    public async Task Messages_WhenOneIsPoison_ItIsSetAsideAndTheNextArrives()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);

        var poison = await jp.SendAsync(ph, "poison");
        var bug = await jp.SendAsync(ph, "bug");
        var good = await jp.SendAsync(ph, "good");

        (await jp.SettledAsync(poison)).ShouldSatisfyAllConditions(
            delivery => delivery.State.ShouldBe(DeliveryState.Refused), delivery => delivery.Reason.ShouldBe("the text is poison"));
        (await jp.SettledAsync(bug)).Reason.ShouldNotBeNull().ShouldContain("InvalidOperationException");
        (await jp.SettledAsync(good)).State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["good"]);
    }

    [Fact]
    public async Task Messages_WhenTheReceiverIsAway_WaitAndArriveWhenItIsBack()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.StopAsync();

        var message = await jp.Records.TransactAsync(
            async transaction => await jp.Post.SendAsync(transaction, new OutgoingMessage(await IdOf(jp), "hotline.message", "c-1", System.Text.Json.JsonSerializer.SerializeToElement(new { text = "later" })), default), default);
        await PairedNode.UntilAsync(async () => (await jp.Peers.ListAsync(default))[0].LastFailure is not null);
        await ph.StartAsync();

        (await jp.SettledAsync(message)).State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["later"]);
    }

    [Fact]
    public async Task Messages_WhenTheClockIsSetBackWhileTheReceiverIsAway_DoNotWaitForIt()
    {
        var clock = new SettableClock();
        await using var jp = await PairedNode.StartAsync("JP", clock: clock);
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.StopAsync();
        var to = await IdOf(jp);
        var message = await jp.Records.TransactAsync(
            transaction => jp.Post.SendAsync(transaction, new OutgoingMessage(to, "hotline.message", "c-1", System.Text.Json.JsonSerializer.SerializeToElement(new { text = "later" })), default), default);
        await PairedNode.UntilAsync(async () => (await jp.Peers.ListAsync(default))[0].LastFailure is not null);

        clock.Offset = TimeSpan.FromDays(-1);
        await ph.StartAsync();

        (await jp.SettledAsync(message)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Messages_WhenTheReceiverComesBackFromAnOlderBackup_AreSentAgain()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.SettledAsync(await jp.SendAsync(ph, "one"));
        await ph.StopAsync();
        ph.Keep("old");
        await ph.StartAsync();
        await jp.SettledAsync(await jp.SendAsync(ph, "two"));
        await jp.SettledAsync(await jp.SendAsync(ph, "three"));
        await ph.StopAsync();
        ph.PutBack("old");
        await ph.StartAsync();

        await jp.SettledAsync(await jp.SendAsync(ph, "four"));

        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["one", "two", "three", "four"]);
        (await jp.ActsAsync()).ShouldContain("federation.peer.behind");
    }

    [Fact]
    public async Task Messages_WhenTheSenderComesBackFromAnOlderBackup_AreNumberedBehindWhatThePeerHas()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.SettledAsync(await jp.SendAsync(ph, "one"));
        await jp.StopAsync();
        jp.Keep("old");
        await jp.StartAsync();
        await jp.SettledAsync(await jp.SendAsync(ph, "two"));
        await jp.StopAsync();
        jp.PutBack("old");
        await jp.StartAsync();

        var sent = await jp.SettledAsync(await jp.SendAsync(ph, "three"));

        sent.State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["one", "two", "three"]);
        (await jp.ActsAsync()).ShouldContain("federation.node.behind");
    }

    [Fact]
    public async Task Receipts_WhenAMessageWasTaken_AreKeptWithTheDigestThatBothLedgersHold()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);

        await jp.SettledAsync(await jp.SendAsync(ph, "provable"));
        var proof = (await jp.Post.ProofsAsync(ph.NodeId, "c-1", default)).ShouldHaveSingleItem();

        var key = (await jp.Peers.FindAsync(ph.NodeId, default))!.Node.SigningKey;
        var receipt = await Receipt.OpenAsync(proof.Receipt.ShouldNotBeNull(), key);
        receipt.Digest.ShouldBe(proof.Digest);
        var held = await ph.Records.FirstAsync<string>("SELECT details FROM audit_event WHERE act = 'federation.message.in'", null, default);
        held.ShouldNotBeNull().ShouldContain(proof.Digest);
    }

    private static async Task<string> IdOf(PairedNode node) => (await node.Peers.ListAsync(default))[0].NodeId;

    private sealed class SettableClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
