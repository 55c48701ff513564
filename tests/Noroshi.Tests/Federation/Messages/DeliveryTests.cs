using Noroshi.Federation;

namespace Noroshi.Tests.Federation;

public sealed class DeliveryTests : PairedNodes
{
    [Fact]
    public async Task Messages_WhenManyConversationsRun_ArriveOnceAndInOrderInEach()
    {
        string last = "";
        for (var i = 0; i < 30; i++) last = await Jp.SendAsync(Ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 3}"));
        await PairedNode.UntilAsync(async () => (await ReceivedTexts.OfAsync(Ph)).Count == 30);
        await Jp.SettledAsync(last);

        for (var c = 0; c < 3; c++)
            (await ReceivedTexts.OfAsync(Ph, FormattableString.Invariant($"c-{c}"))).ShouldBe(Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{(i * 3) + c}")));
    }

    [Fact]
    public async Task Messages_WhenOneIsPoison_ItIsSetAsideAndTheNextArrives()
    {
        var poison = await Jp.SendAsync(Ph, "poison");
        var bug = await Jp.SendAsync(Ph, "bug");
        var good = await Jp.SendAsync(Ph, "good");

        (await Jp.SettledAsync(poison)).ShouldSatisfyAllConditions(
            delivery => delivery.State.ShouldBe(DeliveryState.Refused), delivery => delivery.Reason.ShouldBe("the text is poison"));
        (await Jp.SettledAsync(bug)).Reason.ShouldNotBeNull().ShouldContain("InvalidOperationException");
        (await Jp.SettledAsync(good)).State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(Ph)).ShouldBe(["good"]);
    }

    [Fact]
    public async Task Messages_WhenTheReceiverIsAway_WaitAndArriveWhenItIsBack()
    {
        await Ph.StopAsync();

        var message = await Jp.SendAsync(Ph, "later");
        await PairedNode.UntilAsync(async () => (await Jp.Peers.ListAsync(default))[0].LastFailure is not null);
        await Ph.StartAsync();

        (await Jp.SettledAsync(message)).State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(Ph)).ShouldBe(["later"]);
    }

    [Fact]
    public async Task Messages_WhenTheClockIsSetBackWhileTheReceiverIsAway_DoNotWaitForIt()
    {
        await Ph.StopAsync();
        var message = await Jp.SendAsync(Ph, "later");
        await PairedNode.UntilAsync(async () => (await Jp.Peers.ListAsync(default))[0].LastFailure is not null);

        Clock.Offset = TimeSpan.FromDays(-1);
        await Ph.StartAsync();

        (await Jp.SettledAsync(message)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Messages_WhenTheReceiverComesBackFromAnOlderBackup_AreSentAgain()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "one"));
        await Ph.StopAsync();
        Ph.Keep("old");
        await Ph.StartAsync();
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "two"));
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "three"));
        await Ph.StopAsync();
        Ph.PutBack("old");
        await Ph.StartAsync();

        await Jp.SettledAsync(await Jp.SendAsync(Ph, "four"));

        (await ReceivedTexts.OfAsync(Ph)).ShouldBe(["one", "two", "three", "four"]);
        (await Jp.ActsAsync()).ShouldContain("federation.peer.behind");
    }

    [Fact]
    public async Task Messages_WhenTheSenderComesBackFromAnOlderBackup_AreNumberedBehindWhatThePeerHas()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "one"));
        await Jp.StopAsync();
        Jp.Keep("old");
        await Jp.StartAsync();
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "two"));
        await Jp.StopAsync();
        Jp.PutBack("old");
        await Jp.StartAsync();

        var sent = await Jp.SettledAsync(await Jp.SendAsync(Ph, "three"));

        sent.State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(Ph)).ShouldBe(["one", "two", "three"]);
        (await Jp.ActsAsync()).ShouldContain("federation.node.behind");
    }

    [Fact]
    public async Task Receipts_WhenAMessageWasTaken_AreKeptWithTheDigestThatBothLedgersHold()
    {
        await Jp.SettledAsync(await Jp.SendAsync(Ph, "provable"));
        var proof = (await Jp.Post.ProofsAsync(Ph.NodeId, "c-1", default)).ShouldHaveSingleItem();

        var key = (await Jp.Peers.FindAsync(Ph.NodeId, default))!.Node.SigningKey;
        var receipt = await Receipt.OpenAsync(proof.Receipt.ShouldNotBeNull(), key);
        receipt.Digest.ShouldBe(proof.Digest);
        var held = await Ph.Records.FirstAsync<string>("SELECT details FROM audit_event WHERE act = 'federation.message.in'", null, default);
        held.ShouldNotBeNull().ShouldContain(proof.Digest);
    }
}
