using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Tests.Federation;

public sealed class PeeringTests
{
    [Fact]
    public async Task Peering_WhenBothConfirmByFingerprint_IsActiveOnBothSides()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");

        await jp.PeerWithAsync(ph);

        (await jp.ActsAsync()).ShouldContain("federation.peer.confirmed");
        (await ph.ActsAsync()).ShouldContain("federation.peer.asked");
        (await ph.Peers.FindAsync(jp.NodeId, default))!.State.ShouldBe("JP");
    }

    [Fact]
    public async Task Confirm_WhenAnotherFingerprintIsHeard_IsRefusedAndRecorded()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.Desk.AddAsync(ph.Url, Actor.System, default);

        var refused = await Should.ThrowAsync<RefusalException>(() => jp.Desk.ConfirmAsync(jp.Fingerprint.English, null, Actor.System, default));

        refused.Message.ShouldContain("stands between");
        (await jp.Peers.FindAsync(ph.NodeId, default))!.OurStanding.ShouldBe(Standing.Pending);
        (await jp.Records.FirstAsync<long>("SELECT COUNT(*) FROM audit_event WHERE act = 'federation.peer.confirmed' AND succeeded = 0", null, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Send_WhenOnlyOneSideConfirmed_IsRefused()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.Desk.AddAsync(ph.Url, Actor.System, default);
        await jp.Desk.ConfirmAsync(ph.Fingerprint.Digits, null, Actor.System, default);

        (await Should.ThrowAsync<RefusalException>(() => jp.SendAsync(ph, "too early"))).Message.ShouldContain("pending");
    }

    [Fact]
    public async Task Add_WhenOneIsAnExerciseAndTheOtherIsNot_IsRefused()
    {
        await using var real = await PairedNode.StartAsync("JP", exercise: false);
        await using var drill = await PairedNode.StartAsync("PH");

        (await Should.ThrowAsync<RefusalException>(() => real.Desk.AddAsync(drill.Url, Actor.System, default))).Message.ShouldContain("exercise");
        (await real.Peers.ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_WhenItIsTheNodeItself_IsRefused()
    {
        await using var jp = await PairedNode.StartAsync("JP");

        (await Should.ThrowAsync<RefusalException>(() => jp.Desk.AddAsync(jp.Url, Actor.System, default))).Message.ShouldContain("this node itself");
    }

    [Theory]
    [InlineData("http://node.example:5443")]
    [InlineData("https://node.example/path")]
    [InlineData("https://user@node.example")]
    [InlineData("")]
    public async Task Add_WhenTheAddressIsNone_SaysWhatToGive(string url)
    {
        await using var jp = await PairedNode.StartAsync("JP");

        (await Should.ThrowAsync<RefusalException>(() => jp.Desk.AddAsync(url, Actor.System, default))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Suspend_WhenOneSideDoes_HoldsMessagesBackUntilItResumes()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        var texts = new ReceivedTexts();
        await using var ph = await PairedNode.StartAsync("PH", texts);
        await jp.PeerWithAsync(ph);

        await ph.Desk.SuspendAsync(jp.NodeId, Actor.System, default);
        await PairedNode.UntilAsync(async () => (await jp.Peers.FindAsync(ph.NodeId, default))!.TheirStanding == Standing.Suspended);
        await Should.ThrowAsync<RefusalException>(() => jp.SendAsync(ph, "held back"));
        await ph.Desk.ResumeAsync(jp.NodeId, Actor.System, default);
        await PairedNode.UntilAsync(async () => (await jp.Peers.FindAsync(ph.NodeId, default))!.IsActive);

        var sent = await jp.SettledAsync(await jp.SendAsync(ph, "after resuming"));
        sent.State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Revoke_WhenOneSideDoes_TheOtherLearnsItAndConfirmingAgainIsNotEnough()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.PeerWithAsync(ph);

        await jp.Desk.RevokeAsync(ph.NodeId, Actor.System, default);
        await PairedNode.UntilAsync(async () => (await ph.Peers.FindAsync(jp.NodeId, default))!.TheirStanding == Standing.Revoked);
        await jp.Desk.AddAsync(ph.Url, Actor.System, default);
        await PairedNode.UntilAsync(async () => (await ph.Peers.FindAsync(jp.NodeId, default))!.TheirStanding == Standing.Pending);

        (await ph.Peers.FindAsync(jp.NodeId, default))!.OurStanding.ShouldBe(Standing.Pending);
    }

    [Fact]
    public async Task Introduction_WhenAnOlderStatementComesLate_DoesNotReplaceTheNewer()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.PeerWithAsync(ph);
        var keys = ph.Services.GetRequiredService<NodeKeys>();
        var key = jp.Services.GetRequiredService<NodeKeys>().SigningKey.Kid;
        var late = new PeerStatement(ph.NodeId, jp.NodeId, key, Standing.Pending, 1, DateTimeOffset.UnixEpoch).Sign(keys.Signing, keys.SigningKey.Kid);
        var description = (await ph.Services.GetRequiredService<OwnDocument>().GetAsync(default)).Signed;

        await jp.Services.GetRequiredService<Introductions>().TakeAnswerAsync(ph.NodeId, new Introduction(description, late), default);

        (await jp.Peers.FindAsync(ph.NodeId, default))!.TheirStanding.ShouldBe(Standing.Confirmed);
    }

    [Fact]
    public async Task Add_WhenAConfirmedPeerHasANewAddress_KeepsItsStandingAndReachesItThere()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.StopAsync();
        await ph.StartAsync(newAddress: true);

        await jp.Desk.AddAsync(ph.Url, Actor.System, default);

        (await jp.SettledAsync(await jp.SendAsync(ph, "found again"))).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task RenewKeys_WhenTheOldKeySignedTheNew_MessagesGoOn()
    {
        var texts = new ReceivedTexts();
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", texts);
        await jp.PeerWithAsync(ph);
        var before = jp.NodeId;

        await jp.Desk.RenewKeysAsync(Actor.System, default);
        await ph.Desk.RenewKeysAsync(Actor.System, default);
        var sent = await jp.SettledAsync(await jp.SendAsync(ph, "with new keys"));

        sent.State.ShouldBe(DeliveryState.Delivered);
        jp.NodeId.ShouldBe(before);
        (await ph.ActsAsync()).ShouldContain("federation.peer.renewed");
    }

    [Fact]
    public async Task RenewKeys_AgainAndAgain_ChangesTheCertificateOfConnectionsWithoutANewPeering()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        var shown = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            shown.Add((await ph.Peers.FindAsync(jp.NodeId, default))!.Pin);
            await jp.Desk.RenewKeysAsync(Actor.System, default);
            await PairedNode.UntilAsync(async () => (await ph.Peers.FindAsync(jp.NodeId, default))!.Pin != shown[^1]);

            (await jp.SettledAsync(await jp.SendAsync(ph, "from here"))).State.ShouldBe(DeliveryState.Delivered);
        }

        var keys = jp.Services.GetRequiredService<NodeKeys>();
        shown.Add(NodeKeys.PinOf(keys.Certificate));
        shown.Distinct().Count().ShouldBe(4);
        (await ph.Peers.FindAsync(jp.NodeId, default))!.Pin.ShouldBe(shown[^1]);
    }

    [Fact]
    public async Task Pin_WhenAStrangerNamesThatOfAPeer_StaysThePeers()
    {
        await using var jp = await PairedNode.StartAsync("JP", new ReceivedTexts());
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        using var keys = new NodeKeys(new NodeOptions { DataDirectory = Path.Combine(jp.Data, "other"), ReferenceData = "" }, TimeProvider.System);
        // Its state comes before the peer's in every list.
        var stranger = TestDocuments.Of(keys, "AD") with { Pins = [keys.Pins[0], (await jp.Peers.FindAsync(ph.NodeId, default))!.Pin] };
        var key = jp.Services.GetRequiredService<NodeKeys>().SigningKey.Kid;
        var statement = new PeerStatement(stranger.NodeId, jp.NodeId, key, Standing.Pending, 1, DateTimeOffset.UnixEpoch).Sign(keys.Signing, keys.SigningKey.Kid);
        await jp.Services.GetRequiredService<Introductions>().TakeAsync(new Introduction(SignedDocument.Sign(stranger, keys.Signing), statement), keys.Pins[0], default);

        (await ph.SettledAsync(await ph.SendAsync(jp, "still here"))).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task RenewKeys_WhenMessagesAreUnderWay_TheyArrive()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.StopAsync();
        var to = (await jp.Peers.ListAsync(default))[0].NodeId;
        var sent = await jp.Records.TransactAsync(
            transaction => jp.Post.SendAsync(transaction, new OutgoingMessage(to, "hotline.message", "c-1", System.Text.Json.JsonSerializer.SerializeToElement(new { text = "signed with the old key" })), default), default);

        await jp.Desk.RenewKeysAsync(Actor.System, default);
        await ph.StartAsync();

        (await jp.SettledAsync(sent)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task RenewKeys_WhenAReceiptWasLostBefore_TheOldOneIsBelieved()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        var sent = await jp.SendAsync(ph, "its receipt is lost");
        await jp.SettledAsync(sent);
        await ph.Desk.RenewKeysAsync(Actor.System, default);
        await jp.Records.ExecuteAsync("UPDATE outbox SET state = 'Queued', receipt = NULL", null, default);

        (await jp.SettledAsync(await jp.SendAsync(ph, "the next"))).State.ShouldBe(DeliveryState.Delivered);

        (await jp.SettledAsync(sent)).State.ShouldBe(DeliveryState.Delivered);
        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["its receipt is lost", "the next"]);
    }

    [Fact]
    public async Task Agreement_WhenATypeOrLabelIsNotInIt_NothingLeaves()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.PeerWithAsync(ph);

        (await Should.ThrowAsync<RefusalException>(() => jp.SendAsync(ph, "x", type: "casework.request"))).Message.ShouldContain("casework.request");
        await jp.Desk.AgreeAsync(ph.NodeId, new Agreement(["hotline.*"], [], "TLP:CLEAR", 10), Actor.System, default);
        (await Should.ThrowAsync<RefusalException>(() => jp.SendAsync(ph, "x"))).Message.ShouldContain("TLP:CLEAR");
    }

    [Fact]
    public async Task Agreement_WhenTheReceiverDoesNotAcceptTheType_ItIsSetAsideWithTheReason()
    {
        var texts = new ReceivedTexts();
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", texts);
        await jp.PeerWithAsync(ph);
        await ph.Desk.AgreeAsync(jp.NodeId, new Agreement([], ["contacts.*"], "TLP:CLEAR", 6000), Actor.System, default);

        var sent = await jp.SettledAsync(await jp.SendAsync(ph, "not wanted"));

        sent.State.ShouldBe(DeliveryState.Refused);
        sent.Reason.ShouldNotBeNull().ShouldContain("hotline.message");
        (await ReceivedTexts.OfAsync(ph)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Strangers_WhenTooManyWait_AreRefused()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await jp.Records.TransactAsync(
            async transaction =>
            {
                using var keys = new NodeKeys(new NodeOptions { DataDirectory = Path.Combine(jp.Data, "other"), ReferenceData = "" }, TimeProvider.System);
                for (var i = 0; i < Introductions.MostStrangers; i++)
                {
                    var node = TestDocuments.Of(keys) with { NodeId = FormattableString.Invariant($"xx-{i:x16}") };
                    await PeerRecords.AddAsync(transaction, Introductions.New(node, SignedDocument.Sign(node, keys.Signing), node.Pins[0], "peer", Standing.Pending, DateTimeOffset.UnixEpoch), default);
                }
            },
            default);
        await using var late = await PairedNode.StartAsync("PH");

        await late.Desk.AddAsync(jp.Url, Actor.System, default);
        await PairedNode.UntilAsync(async () => (await late.Peers.FindAsync(jp.NodeId, default))!.LastFailure is not null);

        (await jp.Peers.FindAsync(late.NodeId, default)).ShouldBeNull();
    }
}
