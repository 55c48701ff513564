using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Node;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.Tests.Contacts.Hotline.Wire;
using Noroshi.Tests.Federation;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Talk;

/// <summary><c>noroshi hotline verify</c> over a transcript of PH with what JP signed, and over others that are not quite that.</summary>
public sealed class VerifyTests : HotlinePair
{
    private readonly TemporaryFolder _folder = new();
    private NodeKeys? _keys;
    private NodeDocument _jp = null!;
    private long _sequence;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _keys?.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Transcript_WhenAsItWasMade_IsValid(bool withPeer)
    {
        var file = await TalkAsync();
        var (code, verdict) = await RunAsync(file, ["--key", Ph.Of<TranscriptKey>().Id, .. withPeer ? (string[])["--peer", DescriptionOf(_jp, _keys!)] : []]);
        code.ShouldBe(0, verdict.ToString());
        (verdict.Valid, verdict.Reason, verdict.Node, verdict.Messages, verdict.Proofs).ShouldBe((true, null, "PH", 2, 2));
        verdict.Key.ShouldBe(Ph.Of<TranscriptKey>().Id);
        verdict.Peer.ShouldBe(withPeer ? Fingerprint.Of(_jp).English : null);
    }

    [Fact]
    public async Task Transcript_WhenOneByteIsAltered_IsNotValid()
    {
        var bytes = await File.ReadAllBytesAsync(await TalkAsync());
        var (mattered, of) = (0, 0);
        // Each letter of a prime number of places: of the words, the digests, the proofs, the key and the signature.
        for (var at = 0; at < bytes.Length; at += 41)
        {
            if (!char.IsAsciiLetterOrDigit((char)bytes[at])) continue;
            var altered = (byte[])bytes.Clone();
            altered[at] = altered[at] == 'x' ? (byte)'y' : (byte)'x';
            of++;
            if (!(await TranscriptCheck.RunAsync(altered, null, null)).Valid) mattered++;
        }

        of.ShouldBeGreaterThan(50);
        mattered.ShouldBe(of);
    }

    [Fact]
    public async Task Transcript_WhenSignedByAForeignKey_IsNotValid()
    {
        var file = await TalkAsync();
        var (code, verdict) = await RunAsync(file, "--key", Jp.Of<TranscriptKey>().Id);
        code.ShouldBe(1);
        verdict.Reason!.ShouldContain("another key: " + Ph.Of<TranscriptKey>().Id);
        using var stranger = new NodeKeys(new NodeOptions { DataDirectory = _folder.File("stranger"), ReferenceData = "" }, Clock);
        (code, verdict) = await RunAsync(file, "--peer", DescriptionOf(TestDocuments.Of(stranger), stranger));
        code.ShouldBe(1);
        verdict.Reason!.ShouldContain("does not hold");
    }

    [Theory]
    [InlineData("\"digest\"", "The digest of message")]
    [InlineData("\"text\"", "The digest of message")]
    [InlineData("\"kind\": \"understood\"", "receipt")]
    [InlineData("\"said\": \"there\"", "nothing that it signed")]
    [InlineData("\"conversation\"", "another conversation")]
    public async Task Transcript_WhenSignedAgainAfterAChange_IsNotValid(string what, string reason)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(await TalkAsync()))!.AsObject();
        var transcript = document["transcript"]!.AsObject();
        var (first, second) = (transcript["messages"]![0]!, transcript["messages"]![1]!);
        switch (what)
        {
            case "\"digest\"": first["digest"] = new string('0', 64); break;
            case "\"text\"": first["statement"]!["text"]!["en"] = "other words"; break;
            case "\"said\": \"there\"": first["proof"] = null; break;
            case "\"conversation\"": transcript["conversation"] = "another"; break;
            default: second["receipts"]![0]!["kind"] = "read"; break;
        }

        var verdict = await TranscriptCheck.RunAsync(Signed(transcript), null, null);
        verdict.Valid.ShouldBeFalse();
        verdict.Reason!.ShouldContain(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"transcript":1,"signature":2}""")]
    [InlineData("""{"transcript":{"v":1,"kind":"hotline-transcript"},"signature":{"canonical":"RFC 8785","sha256":"","jws":"a..b","key":{"kty":"EC","crv":"P-256","kid":"","x":"!","y":"?"}}}""")]
    [InlineData("""{"transcript":{"v":1,"v":1},"signature":{}}""")]
    [InlineData("""{"transcript":{"v":1.5,"kind":"hotline-transcript"},"signature":{}}""")]
    public async Task Nonsense_WhenGiven_IsNotValid(string content)
    {
        var file = _folder.File("nonsense.json");
        await File.WriteAllTextAsync(file, content);
        var (code, verdict) = await RunAsync(file);
        (code, verdict.Valid).ShouldBe((1, false));
        verdict.Reason.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Key_WhenItIsOffTheCurveOrMisspelt_SignsNothing()
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(await TalkAsync()))!.AsObject();
        var key = document["signature"]!["key"]!;
        key["x"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        key["kid"] = TranscriptKey.IdOf((string)key["x"]!, (string)key["y"]!);
        (await TranscriptCheck.RunAsync(Encoding.UTF8.GetBytes(document.ToJsonString()), null, null)).Valid.ShouldBeFalse();
    }

    [Fact]
    public async Task File_WhenTooLargeOrMissing_IsRefused()
    {
        var file = _folder.File("large.json");
        await using (var stream = File.Create(file)) stream.SetLength(VerifyVerb.LargestFile + 1);
        (await RunRawAsync(file)).Code.ShouldBe(RefusalException.Input);
        (await RunRawAsync(_folder.File("missing.json"))).Code.ShouldBe(RefusalException.Input);
        (await RunRawAsync(await TalkAsync(), "--peer", file)).Code.ShouldBe(RefusalException.Input);
    }

    // JP says something, PH answers, JP understands the answer; what JP says is signed as its node would.
    private async Task<string> TalkAsync()
    {
        _keys = new NodeKeys(new NodeOptions { DataDirectory = _folder.File("jp"), ReferenceData = "" }, Clock);
        _jp = TestDocuments.Of(_keys!);
        Ph.PeerId = _jp.NodeId;
        await HearAsync("m1", MessageContent.Type, WireTests.Content(AttachedFile.Of("note.txt", "text/plain", Encoding.UTF8.GetBytes("note"))).ToWire());
        Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await Ph.SayAsync("answer", MessageClass.Clarification, conversation: "c1");
        var who = new BothLanguages("担当", "Desk");
        await HearAsync("m2", ReceiptContent.Type, new ReceiptContent(answer.Id, answer.Digest, ReceiptKind.Understood, Clock.GetUtcNow(), who, who).ToWire());
        var file = _folder.File("transcript.json");
        await File.WriteAllTextAsync(file, Ph.Of<MakeTranscript>().Signed(await Ph.ViewAsync("c1")).ToJsonString());
        return file;
    }

    private Task HearAsync(string id, string type, JsonElement data)
    {
        var envelope = new Envelope(id, _jp.NodeId, "ph-0123456789abcdef", type, "c1", ++_sequence, Clock.GetUtcNow(), "TLP:AMBER", data);
        return Ph.ReceiveAsync(new ReceivedMessage(id, _jp.NodeId, "JP", type, "c1", _sequence, envelope.At, data, envelope.Sign(_keys!.Signing, _keys.SigningKey.Kid)));
    }

    private byte[] Signed(JsonObject transcript)
    {
        var key = Ph.Of<TranscriptKey>();
        var canonical = CanonicalJson.Write(JsonSerializer.SerializeToElement(transcript));
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["transcript"] = transcript.DeepClone(),
            ["signature"] = new JsonObject
            {
                ["canonical"] = "RFC 8785",
                ["sha256"] = CanonicalJson.Digest(canonical),
                ["jws"] = key.Sign(canonical),
                ["key"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = key.Id, ["x"] = key.Public.X, ["y"] = key.Public.Y },
            },
        });
    }

    private string DescriptionOf(NodeDocument node, NodeKeys keys)
    {
        var file = _folder.File(node.NodeId + ".json");
        File.WriteAllText(file, JsonSerializer.Serialize(new Introduction(SignedDocument.Sign(node, keys.Signing), null)));
        return file;
    }

    private async Task<(int Code, TranscriptVerdict Verdict)> RunAsync(string file, params string[] more)
    {
        var (code, output) = await RunRawAsync(file, [.. more, "--json"]);
        return (code, JsonSerializer.Deserialize<TranscriptVerdict>(output, JsonSerializerOptions.Web)!);
    }

    private static async Task<(int Code, string Output)> RunRawAsync(string file, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CommandHost(NodeServices.OpenAsync, ReferenceFolderOfTheTree.Path) { Out = output, Error = error };
        var code = await CommandLine.RunAsync(["hotline", "verify", file, .. more], host);
        return (code, output.ToString());
    }
}
