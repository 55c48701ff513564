using System.Text;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Storage;
using Noroshi.Tests.Contacts.Hotline.Talk;

namespace Noroshi.Tests.Contacts.Hotline.Records;

/// <summary>What conversations promise, whichever database is below.</summary>
public abstract class ConversationCompliance : HotlinePair
{
    [Fact]
    public async Task Message_WhenSaid_IsTheSameOnBothSides()
    {
        var file = AttachedFile.Of("summary.txt", "text/plain", Encoding.UTF8.GetBytes("EXERCISE summary"));
        var said = await Jp.SayAsync("Scans of port 23", files: file);
        await Jp.CarryAsync(Ph);
        var ours = (await Jp.ViewAsync(said.Conversation)).Messages.ShouldHaveSingleItem();
        var theirs = (await Ph.ViewAsync(said.Conversation)).Messages.ShouldHaveSingleItem();
        theirs.Message.Id.ShouldBe(ours.Message.Id);
        theirs.Message.Digest.ShouldBe(ours.Message.Digest);
        theirs.Message.Statement.ShouldBe(ours.Message.Statement);
        theirs.Message.Proof.ShouldBe("proof-of-" + said.Id);
        ours.Message.Label("JP", "PH").ShouldBe("JP-1");
        theirs.Message.Label("PH", "JP").ShouldBe("JP-1");
        theirs.Message.TextEn.ShouldBe("Scans of port 23");
        theirs.Message.Organisation.En.ShouldBe("Ministry of JP");
        theirs.Message.Author.ShouldBeNull();
        theirs.Message.Statement.ShouldNotContain("u-diplomat");
        ours.Delivery!.State.ShouldBe(DeliveryState.Delivered);
        var kept = (await Ph.Of<ConversationRecords>().FileAsync(said.Id, 1, default)).ShouldNotBeNull();
        Encoding.UTF8.GetString(Convert.FromBase64String(kept.Content)).ShouldBe("EXERCISE summary");
        kept.Sha256.ShouldBe(file.Sha256);
    }

    [Fact]
    public async Task Numbers_WhenBothSpeak_RunForEachSide()
    {
        var first = await Jp.SayAsync("one");
        await Jp.CarryAsync(Ph);
        await Ph.SayAsync("two", MessageClass.ClarificationRequest, conversation: first.Conversation);
        await Jp.SayAsync("three", MessageClass.Status, conversation: first.Conversation);
        await Jp.CarryAsync(Ph);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Ph.SayAsync("four", MessageClass.Closing, conversation: first.Conversation);
        await Jp.CarryAsync(Ph);
        foreach (var side in new[] { Jp, Ph })
        {
            var view = await side.ViewAsync(first.Conversation);
            view.Messages.Select(one => one.Message.Label(side.State, side.PeerState)).Order().ShouldBe(["JP-1", "JP-2", "PH-1", "PH-2"]);
            view.Conversation.IsOpen.ShouldBeFalse();
            view.Conversation.ClosedHere.ShouldBe(side == Ph);
            view.Missing.ShouldBeEmpty();
        }

        await Jp.SayAsync("one more thing", conversation: first.Conversation);
        (await Jp.ViewAsync(first.Conversation)).Conversation.IsOpen.ShouldBeTrue("what is said after the closing opens it again");
    }

    [Fact]
    public async Task Receipts_WhenUnderstood_IncludeTheOthersAndReachTheSender()
    {
        var said = await Jp.SayAsync("one");
        await Jp.CarryAsync(Ph);
        (await Ph.ViewAsync(said.Conversation)).Messages[0].Waits.ShouldBeTrue();
        (await Ph.GiveAsync(said.Id, ReceiptKind.Acknowledged)).ShouldBe([ReceiptKind.Acknowledged]);
        (await Ph.GiveAsync(said.Id, ReceiptKind.Understood)).ShouldBe([ReceiptKind.Read, ReceiptKind.Understood]);
        (await Ph.GiveAsync(said.Id, ReceiptKind.Read)).ShouldBe([]);
        (await Ph.GiveAsync("unknown", ReceiptKind.Read)).ShouldBeNull();
        await Jp.CarryAsync(Ph);
        var ours = (await Jp.ViewAsync(said.Conversation)).Messages[0];
        ours.Receipts.Select(one => one.What).ShouldBe([ReceiptKind.Acknowledged, ReceiptKind.Read, ReceiptKind.Understood], ignoreOrder: true);
        ours.Receipts[0].Organisation.En.ShouldBe("Ministry of PH");
        ours.Receipts.ShouldAllBe(one => one.Author == null && one.Proof != null);
        (await Ph.ViewAsync(said.Conversation)).Messages[0].Waits.ShouldBeFalse();
        (await Ph.GiveAsync(said.Id, ReceiptKind.Acknowledged)).ShouldBe([]);
    }

    [Fact]
    public async Task Acts_WhenSpoken_HoldTheDigestOnBothSides()
    {
        var said = await Jp.SayAsync("one");
        await Jp.CarryAsync(Ph);
        await Ph.GiveAsync(said.Id, ReceiptKind.Acknowledged);
        await Jp.CarryAsync(Ph);
        (await Jp.ActsAsync()).ShouldBe(["hotline.sent", "hotline.receipt"]);
        (await Ph.ActsAsync()).ShouldBe(["hotline.received", "hotline.acknowledged"]);
        foreach (var side in new[] { Jp, Ph })
        {
            var details = await side.Records.QueryAsync<string>("SELECT details FROM audit_event", null, default);
            details.ShouldAllBe(one => one.Contains(said.Digest) && !one.Contains("one\""));
        }
    }

    [Fact]
    public async Task Message_WhenTheFormIsSentTwice_IsSaidOnce()
    {
        var draft = new Draft("node-PH", null, MessageClass.Notification, Precedence.Routine, Tlp.Green, "s", new BothLanguages("本文", ""), false, [], Guid.NewGuid().ToString("N"));
        var first = await Jp.Of<SayOnHotline>().SayAsync(Jp.Diplomat, draft, default);
        (await Jp.Of<SayOnHotline>().SayAsync(Jp.Diplomat, draft, default)).Id.ShouldBe(first.Id);
        (await Jp.ActsAsync()).ShouldBe(["hotline.sent"]);
    }

    [Fact]
    public async Task Message_WhenThePeerIsNotActive_KeepsNothing()
    {
        Jp.Active = false;
        await Should.ThrowAsync<RefusalException>(() => Jp.SayAsync("one"));
        (await Jp.Of<ReadHotline>().ListAsync(new ConversationFilter(), default)).ShouldBeEmpty();
        (await Jp.ActsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Attribution_WhenNobodyTicksIt_IsOff()
    {
        var said = await Jp.SayAsync("This attack is attributed to nobody.");
        said.Attributes.ShouldBeFalse();
        var ticked = await Jp.Of<SayOnHotline>().SayAsync(Jp.Diplomat, new Draft("node-PH", said.Conversation, MessageClass.Notification, Precedence.Routine, Tlp.Red, null, new BothLanguages("", "x"), true, []), default);
        await Jp.CarryAsync(Ph);
        (await Ph.ViewAsync(said.Conversation)).Messages.Select(one => one.Message.Attributes).ShouldBe([false, true], ignoreOrder: true);
        ticked.Subject.ShouldBe(said.Subject, "a reply without a subject has the conversation's");
    }

    [Theory]
    [InlineData("UPDATE hotline_message SET text_en = 'x'")]
    [InlineData("DELETE FROM hotline_message")]
    [InlineData("UPDATE hotline_receipt SET kind = 'read'")]
    [InlineData("DELETE FROM hotline_receipt")]
    public async Task Records_WhenSomebodyWouldChangeThem_Refuse(string sql)
    {
        var said = await Jp.SayAsync("one");
        await Jp.CarryAsync(Ph);
        await Ph.GiveAsync(said.Id, ReceiptKind.Acknowledged);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Ph.Records.ExecuteAsync(sql, null, default));
    }

    [Fact]
    public async Task List_WhenFiltered_ShowsWhatFits()
    {
        var first = await Jp.SayAsync("100 % of_it");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Jp.SayAsync("other", MessageClass.Closing);
        await Jp.CarryAsync(Ph);
        await Ph.GiveAsync(second.Id, ReceiptKind.Acknowledged);
        async Task<List<string>> IdsAsync(ConversationFilter filter) => [.. (await Ph.Of<ReadHotline>().ListAsync(filter, default)).Select(one => one.Conversation.Id)];
        (await IdsAsync(new())).ShouldBe([first.Conversation, second.Conversation], "what waits comes first, though the other is newer");
        (await IdsAsync(new(Open: true))).ShouldBe([first.Conversation]);
        (await IdsAsync(new(Class: "closing"))).ShouldBe([second.Conversation]);
        (await IdsAsync(new(State: "JP", Text: "100 % OF_"))).ShouldBe([first.Conversation]);
        (await IdsAsync(new(Text: "100_%"))).ShouldBeEmpty();
        (await IdsAsync(new(State: "VN"))).ShouldBeEmpty();
        (await Ph.Of<ReadHotline>().ListAsync(new(), default))[0].Last!.Id.ShouldBe(first.Id);
    }
}
