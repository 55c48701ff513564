using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Noroshi.Contacts.Hotline;

namespace Noroshi.Tests.Contacts.Hotline.Talk;

public sealed class TranscriptTests : HotlinePair
{
    [Fact]
    public async Task Signed_WhenMade_ProvesEveryWord()
    {
        var view = await TalkAsync();
        using var document = JsonDocument.Parse(Ph.Of<MakeTranscript>().Signed(view).ToJsonString());
        var (transcript, signature) = (document.RootElement.GetProperty("transcript"), document.RootElement.GetProperty("signature"));
        var canonical = CanonicalJson.Write(transcript);
        var (x, y) = (signature.GetProperty("key").GetProperty("x").GetString()!, signature.GetProperty("key").GetProperty("y").GetString()!);
        var jws = signature.GetProperty("jws").GetString()!;
        TranscriptKey.Verify(x, y, canonical, jws).ShouldBeTrue();
        TranscriptKey.Verify(x, y, canonical.Replace("two", "too", StringComparison.Ordinal), jws).ShouldBeFalse();
        var messages = transcript.GetProperty("messages").EnumerateArray().ToList();
        messages.Count.ShouldBe(2);
        foreach (var message in messages) CanonicalJson.Digest(CanonicalJson.Write(message.GetProperty("statement"))).ShouldBe(message.GetProperty("digest").GetString());
        messages[0].GetProperty("proof").GetString()!.ShouldStartWith("proof-of-");
        messages[0].GetProperty("receipts").GetArrayLength().ShouldBe(2);
        transcript.GetProperty("exercise").GetBoolean().ShouldBeTrue();
        canonical.ShouldNotContain("u-diplomat", Case.Sensitive, "people of this node stay on this node");
    }

    [Fact]
    public async Task Key_WhenMade_IsReadableByItsOwnerAloneAndStays()
    {
        var options = Ph.Of<Noroshi.Storage.NodeOptions>();
        using var first = new TranscriptKey(options);
        using var second = new TranscriptKey(options);
        second.Id.ShouldBe(first.Id);
        File.GetUnixFileMode(Path.Combine(options.DataDirectory, "keys", "hotline-transcripts.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Word_WhenMade_OpensAndHoldsEveryText()
    {
        var view = await TalkAsync();
        using var stream = new MemoryStream(Ph.Of<TranscriptDocument>().Write(view));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document.InnerText;
        foreach (var message in view.Messages)
        {
            text.ShouldContain(message.Message.TextEn);
            text.ShouldContain(message.Message.Digest);
            text.ShouldContain(message.Message.Label("PH", "JP"));
        }

        document.MainDocumentPart.HeaderParts.Single().Header.InnerText.ShouldContain("TLP:AMBER");
        document.MainDocumentPart.HeaderParts.Single().Header.InnerText.ShouldContain("EXERCISE");
    }

    [Fact]
    public async Task Export_WhenRecorded_NamesTheFormat()
    {
        var view = await TalkAsync();
        await Ph.Of<MakeTranscript>().RecordAsync(new("u", "ministry"), view, "json", default);
        (await Ph.ActsAsync()).ShouldContain("hotline.exported");
    }

    private async Task<ConversationView> TalkAsync()
    {
        var said = await Jp.SayAsync("one 1");
        await Jp.CarryAsync(Ph);
        await Ph.GiveAsync(said.Id, ReceiptKind.Read);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Ph.SayAsync("two 2", MessageClass.Clarification, conversation: said.Conversation);
        await Jp.CarryAsync(Ph);
        return await Ph.ViewAsync(said.Conversation);
    }
}
