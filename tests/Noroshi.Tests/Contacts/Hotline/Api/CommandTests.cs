using System.Text.Json;
using Noroshi.Contacts.Hotline;
using Noroshi.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Api;

/// <summary>What the verbs do inside the node.</summary>
public sealed class CommandTests(HotlineNode house) : IClassFixture<HotlineNode>
{
    [Fact]
    public async Task Send_WhenNobodyIsNamed_IsSpokenByTheOnlyDiplomat()
    {
        var said = await AskAsync<HotlineVerbs.SaidLine>(HotlineVerbs.Send, new { to = "PH", @class = "notification", precedence = "immediate", marking = "TLP:AMBER", text = "From the command line", subject = "s", files = new[] { new { name = "a.txt", content = "AA==" } } });
        said.State.ShouldBe("PH");
        var listed = await AskAsync<HotlineVerbs.ListedConversations>(HotlineVerbs.List, new { state = "PH" });
        var message = listed.Conversations.Single(one => one.Conversation.Id == said.Conversation).Messages.ShouldHaveSingleItem();
        message.Function.En.ShouldBe("Diplomatic service");
        message.Organisation.Ja.ShouldBe("国家CSIRT");
        message.Files.ShouldHaveSingleItem().Size.ShouldBe(1);
    }

    [Fact]
    public async Task Acknowledge_WhenTheMessageWaits_StopsIt()
    {
        var id = await house.HearAsync("command", "hello");
        (await AskAsync<HotlineVerbs.AcknowledgedLine>(HotlineVerbs.Acknowledge, new { message = id, @as = "person-analyst" })).Acknowledged.ShouldBeTrue();
        (await AskAsync<HotlineVerbs.AcknowledgedLine>(HotlineVerbs.Acknowledge, new { message = id })).Acknowledged.ShouldBeFalse();
        (await house.SentAsync()).ShouldContain(sent => sent.Type == "hotline.receipt" && sent.Data.GetProperty("message").GetString() == id);
    }

    [Theory]
    [InlineData("""{"to":"PH","class":"notification","precedence":"immediate","marking":"TLP:AMBER","text":"t","subject":"s","as":"person-analyst"}""", "--as")]
    [InlineData("""{"to":"PH","class":"notification","precedence":"immediate","marking":"TLP:AMBER","text":"t","subject":"s","as":"nobody"}""", "--as")]
    [InlineData("""{"to":"VN","class":"notification","precedence":"immediate","marking":"TLP:AMBER","text":"t","subject":"s"}""", "Active: PH")]
    [InlineData("""{"to":"PH","class":"x","precedence":"immediate","marking":"TLP:AMBER","text":"t","subject":"s"}""", "--class")]
    [InlineData("""{"to":"PH","class":"status","precedence":"immediate","marking":"TLP:AMBER","subject":"s"}""", "no text")]
    [InlineData("""{"to":"PH","class":"status","precedence":"immediate","marking":"TLP:AMBER","text":"t","subject":"s","files":[{"name":"a/b","content":"AA=="}]}""", "--attach")]
    [InlineData("""{"to":"PH","class":"status","precedence":"immediate","marking":"TLP:AMBER","text":"t","conversation":"no-such"}""", "no conversation")]
    public async Task Send_WhenSomethingIsWrong_SaysWhat(string json, string expected)
    {
        var refusal = await Should.ThrowAsync<RefusalException>(() => HotlineVerbs.All[HotlineVerbs.Send](house.Node.Services, JsonDocument.Parse(json).RootElement, default));
        refusal.Message.ShouldContain(expected);
        refusal.ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Acknowledge_WhenThereIsNoSuchMessage_IsRefused() =>
        (await Should.ThrowAsync<RefusalException>(() => HotlineVerbs.All[HotlineVerbs.Acknowledge](house.Node.Services, JsonDocument.Parse("""{"message":"no-such"}""").RootElement, default))).ExitCode.ShouldBe(RefusalException.Input);

    private async Task<T> AskAsync<T>(string verb, object request) => (T)await HotlineVerbs.All[verb](house.Node.Services, JsonSerializer.SerializeToElement(request), default);
}
