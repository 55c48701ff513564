using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts.Hotline;
using Noroshi.Kernel;

namespace Noroshi.Tests.Contacts.Hotline.Wire;

public sealed class WireTests
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    internal static MessageContent Content(params AttachedFile[] files) => new()
    {
        Number = 3,
        Class = MessageClass.AssistanceRequest,
        Precedence = Precedence.Immediate,
        Marking = Tlp.AmberStrict,
        Subject = "件名 \"subject\" <b>",
        Text = new BothLanguages("一行目\n二行目", "Line one\nline \\ two €"),
        Attributes = true,
        Function = new BothLanguages("外交担当", "Diplomatic service"),
        Organisation = new BothLanguages("演習省", "Ministry (EXERCISE)"),
        At = new DateTimeOffset(2026, 3, 1, 3, 4, 5, TimeSpan.Zero),
        Files = files,
    };

    [Fact]
    public void Message_WhenWrittenAndRead_IsTheSame()
    {
        var content = Content(AttachedFile.Of("a b.json", "application/stix+json", Encoding.UTF8.GetBytes("{}")), AttachedFile.Of("空.bin", "no type", []));
        var read = WireReader.Message(content.ToWire());
        read.Statement.ShouldBe(content.Statement);
        read.Digest.ShouldBe(content.Digest);
        read.Files.Select(file => (file.Name, file.Type, file.Size)).ShouldBe([("a b.json", "application/stix+json", 2L), ("空.bin", AttachedFile.PlainBytes, 0L)]);
        read.Files[0].Content.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public void Digest_WhenTheWireIsSpelledOtherwise_IsTheSame()
    {
        var content = Content();
        // Other order, other escapes, other white space: what a transport may do.
        var other = JsonSerializer.Serialize(new JsonObject(JsonNode.Parse(content.ToWire().GetRawText())!.AsObject().Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))), _indented);
        other.ShouldNotBe(content.ToWire().GetRawText());
        WireReader.Message(JsonDocument.Parse(other).RootElement).Digest.ShouldBe(content.Digest);
    }

    [Fact]
    public void Digest_WhenAnythingIsOther_IsOther()
    {
        var content = Content();
        string[] others =
        [
            (content with { Number = 4 }).Digest, (content with { Precedence = Precedence.Flash }).Digest, (content with { Attributes = false }).Digest, (content with { Text = content.Text with { Ja = "" } }).Digest,
            (content with { Files = [AttachedFile.Of("a", null, [1])] }).Digest, (content with { Files = [AttachedFile.Of("a", null, [2])] }).Digest, content.Digest,
        ];
        others.Distinct().Count().ShouldBe(others.Length);
    }

    [Theory]
    [InlineData("""{"b":1,"a":[true,null,"é\u0001\u000a\"\\/"]}""", """{"a":[true,null,"é\u0001\n\"\\/"],"b":1}""")]
    [InlineData("""{ "\u20ac": -0, "\r": 9007199254740991, "1": {} }""", """{"\r":9007199254740991,"1":{},"€":0}""")]
    public void Canonical_WhenWritten_HasOneSpelling(string json, string expected) => CanonicalJson.Write(JsonDocument.Parse(json).RootElement).ShouldBe(expected);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("9007199254740993")]
    public void Canonical_WhenANumberHasNoOneSpelling_Refuses(string json) => Should.Throw<FormatException>(() => CanonicalJson.Write(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("a\nb")]
    [InlineData("")]
    public void File_WhenItsNameIsAPathOrNone_IsRefused(string name) => Should.Throw<WrongContentException>(() => AttachedFile.Of(name, null, [])).Field.ShouldBe("files");

    [Fact]
    public void Words_WhenWritten_AreReadBack()
    {
        foreach (var one in Enum.GetValues<MessageClass>()) HotlineWords.Class(HotlineWords.Of(one)).ShouldBe(one);
        foreach (var one in Enum.GetValues<Precedence>()) HotlineWords.PrecedenceOf(HotlineWords.Of(one)).ShouldBe(one);
        foreach (var one in Enum.GetValues<ReceiptKind>()) HotlineWords.Receipt(HotlineWords.Of(one)).ShouldBe(one);
        HotlineWords.Class("Notification").ShouldBeNull();
    }
}
