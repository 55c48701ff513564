using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Tests.Contacts.Hotline.Wire;

namespace Noroshi.Tests.Contacts.Hotline.Talk;

/// <summary>What a peer could send to hurt this node: set aside with a reason, and nothing of it kept.</summary>
public sealed class HostileMessageTests : HotlinePair
{
    /// <summary>What is wrong, and how the message is made wrong.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "class", "\"attack\"", "'class'" },
        { "class", "7", "'class'" },
        { "precedence", "\"FLASH\"", "'precedence'" },
        { "marking", "\"TLP:WHITE\"", "'marking'" },
        { "marking", "\"AMBER\"", "'marking'" },
        { "number", "0", "'number'" },
        { "number", "1.5", "'number'" },
        { "number", "\"1\"", "'number'" },
        { "v", "2", "'v'" },
        { "attribution", "\"no\"", "'attribution'" },
        { "attribution", "null", "'attribution'" },
        { "at", "\"yesterday\"", "'at'" },
        { "subject", "\"\"", "'subject'" },
        { "subject", "\"line\\nline\"", "'subject'" },
        { "subject", "\"\\u202Egnp.exe\"", "U+202E" },
        { "subject", "\"\\ud800\"", "malformed" },
        { "text", """{"ja":"","en":""}""", "'text'" },
        { "text", """{"ja":"","en":" not as kept "}""", "'en'" },
        { "text", """{"ja":"a"}""", "'text'" },
        { "text", "[]", "'text'" },
        { "text", "{\"ja\":\"\",\"en\":\"\\u0000\"}", "U+0000" },
        { "sender", "{}", "'sender'" },
        { "files", "{}", "'files'" },
        { "files", """[{"name":"a","type":"text/plain","size":1,"sha256":"00","content":"AA=="}]""", "digest" },
        { "files", """[{"name":"a","type":"text/plain","size":9,"sha256":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d","content":"AA=="}]""", "digest" },
        { "files", """[{"name":"../a","type":"text/plain","size":1,"sha256":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d","content":"AA=="}]""", "path" },
        { "files", """[{"name":"a","type":"text","size":1,"sha256":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d","content":"AA=="}]""", "media type" },
        { "files", """[{"name":"a","type":"text/plain","size":1,"sha256":"00","content":"not base64!"}]""", "'files'" },
        { "extra", "1", "exactly" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Message_WhenMadeWrong_IsSetAside(string field, string json, string reason)
    {
        var data = Good();
        data[field] = "REPLACED";
        await SetAsideAsync(Received(JsonDocument.Parse(data.ToJsonString().Replace("\"REPLACED\"", json, StringComparison.Ordinal)).RootElement), reason);
    }

    [Fact]
    public async Task Message_WhenTooBig_IsSetAside()
    {
        var text = Good();
        text["text"]!["en"] = new string('x', HotlineLimits.LongestText + 1);
        await SetAsideAsync(Received(JsonSerializer.SerializeToElement(text)), "at most 8000");
        var many = WireTests.Content([.. Enumerable.Range(0, 6).Select(at => AttachedFile.Of("f" + at, null, []))]);
        await SetAsideAsync(Received(many.ToWire()), "at most 5");
        var big = WireTests.Content(AttachedFile.Of("a", null, new byte[600_000]), AttachedFile.Of("b", null, new byte[600_000]));
        await SetAsideAsync(Received(big.ToWire()), "1048576 bytes");
    }

    [Fact]
    public async Task Message_WhenItHoldsMarkup_IsKeptAsTheTextItIs()
    {
        var data = Good();
        data["text"]!["en"] = "<script>alert(1)</script>";
        var received = Received(JsonSerializer.SerializeToElement(data));
        await Ph.ReceiveAsync(received);
        (await Ph.ViewAsync(received.Conversation)).Messages[0].Message.TextEn.ShouldBe("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Message_WhenIntoAnothersConversation_IsSetAside()
    {
        var said = await Jp.SayAsync("ours");
        await Jp.CarryAsync(Ph);
        var intruder = Received(WireTests.Content().ToWire()) with { Conversation = said.Conversation, Peer = "node-VN", State = "VN" };
        (await Should.ThrowAsync<PoisonedMessageException>(() => Ph.ReceiveAsync(intruder))).Message.ShouldContain("another peer");
        (await Should.ThrowAsync<PoisonedMessageException>(() => Ph.ReceiveAsync(intruder with { Conversation = "a/../b" }))).Message.ShouldContain("malformed");
        (await Ph.ViewAsync(said.Conversation)).Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Message_WhenANumberIsUsedTwice_IsHeardAllTheSameAndAGapIsShown()
    {
        var first = Received(WireTests.Content().ToWire());
        await Ph.ReceiveAsync(first);
        await Ph.ReceiveAsync(first with { Id = "again", Sequence = 2 });
        var view = await Ph.ViewAsync(first.Conversation);
        view.Messages.Select(one => one.Message.Id).ShouldBe([first.Id, "again"], ignoreOrder: true);
        view.Messages.ShouldAllBe(one => one.Ring != null);
        view.Missing.ShouldBe(["JP-1", "JP-2"]);
    }

    [Fact]
    public async Task Receipt_WhenOverOtherWordsOrOfAnother_IsSetAside()
    {
        var said = await Jp.SayAsync("one");
        var who = new BothLanguages("x", "x");
        ReceivedMessage Receipt(ReceiptContent content, string peer = "node-PH") => new("r", peer, "PH", ReceiptContent.Type, said.Conversation, 1, Clock.GetUtcNow(), content.ToWire(), "p");
        var good = new ReceiptContent(said.Id, said.Digest, ReceiptKind.Understood, Clock.GetUtcNow(), who, who);
        (await Should.ThrowAsync<PoisonedMessageException>(() => Jp.ReceiveAsync(Receipt(good with { Digest = new string('0', 64) })))).Message.ShouldContain("other words");
        (await Should.ThrowAsync<PoisonedMessageException>(() => Jp.ReceiveAsync(Receipt(good with { Message = "unknown" })))).Message.ShouldContain("not said here");
        (await Should.ThrowAsync<PoisonedMessageException>(() => Jp.ReceiveAsync(Receipt(good, "node-VN")))).Message.ShouldContain("another peer");
        (await Jp.ViewAsync(said.Conversation)).Messages[0].Receipts.ShouldBeEmpty();
        await Jp.ReceiveAsync(Receipt(good));
        await Jp.ReceiveAsync(Receipt(good) with { Id = "r2" });
        (await Jp.ViewAsync(said.Conversation)).Messages[0].Receipts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Receipt_WhenForAMessageOfTheSenderItself_IsSetAside()
    {
        var said = await Jp.SayAsync("one");
        await Jp.CarryAsync(Ph);
        var who = new BothLanguages("x", "x");
        var content = new ReceiptContent(said.Id, said.Digest, ReceiptKind.Read, Clock.GetUtcNow(), who, who);
        await Should.ThrowAsync<PoisonedMessageException>(() => Ph.ReceiveAsync(new ReceivedMessage("r", "node-JP", "JP", ReceiptContent.Type, said.Conversation, 2, Clock.GetUtcNow(), content.ToWire(), "p")));
    }

    private async Task SetAsideAsync(ReceivedMessage message, string reason)
    {
        (await Should.ThrowAsync<PoisonedMessageException>(() => Ph.ReceiveAsync(message))).Message.ShouldContain(reason);
        (await Ph.Of<ReadHotline>().ListAsync(new ConversationFilter(), default)).ShouldBeEmpty();
        (await Ph.ActsAsync()).ShouldBeEmpty();
    }

    private static JsonObject Good() => JsonNode.Parse(WireTests.Content().ToWire().GetRawText())!.AsObject();

    private ReceivedMessage Received(JsonElement data) => new("m1", "node-JP", "JP", MessageContent.Type, "c1", 1, Clock.GetUtcNow(), data, "proof");
}
