using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using Noroshi.Federation;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Federation;

/// <summary>What comes with another key, twice, too large or as nonsense changes nothing, and the line stays good.</summary>
[Collection(SharedPair.Name)]
public sealed class HostileTests(NodePair pair)
{
    [Fact]
    public async Task Messages_WhenEveryOneIsSentAgain_AreAnsweredWithTheSameReceiptAndAppliedOnce()
    {
        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "once 1");
        await NodePair.SayAsync(pair.Jp, pair.Ph, "once 2", conversation);
        await pair.SettleAsync();
        var heard = pair.Ph.Records.Said(outgoing: false).Count;
        var sealing = JsonSerializer.Deserialize<NodeDocument>(Jws.Payload(pair.Jp.Records.PeerDocument()))!.SealingKey;
        using var line = new StolenLine(pair.Jp, pair.Ph);

        foreach (var proof in pair.Jp.Records.SentProofs().TakeLast(20).Reverse())
        {
            var packet = StolenLine.Packet(proof, sealing);
            var answers = await Task.WhenAll(line.PostAsync(PeerDoor.MessagesPath, packet), line.PostAsync(PeerDoor.MessagesPath, packet));
            answers[0].Status.ShouldBe(HttpStatusCode.OK, answers[0].Answer);
            answers[0].ShouldBe(answers[1]);
        }

        pair.Ph.Records.Said(outgoing: false).Count.ShouldBe(heard);
        await pair.AllIsWellAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[[[[[[[[[[")]
    [InlineData("{\"message\":\"a.b.c.d.e\"}")]
    [InlineData("{\"checkpoint\":\"x\",\"from\":-1,\"path\":null}")]
    public async Task Bodies_WhenTheyAreNonsense_AreRefused(string body)
    {
        using var line = new StolenLine(pair.Jp, pair.Ph);

        (await line.PostAsync(PeerDoor.MessagesPath, body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        ((int)(await line.PostAsync(PeerDoor.LedgerPath, body)).Status).ShouldBeInRange(200, 499);
        ((int)(await line.PostAsync(PeerDoor.IntroductionPath, body)).Status).ShouldBeInRange(400, 499);

        await NodePair.SayAsync(pair.Jp, pair.Ph, "after nonsense");
        await pair.AllIsWellAsync();
    }

    [Fact]
    public async Task Bodies_WhenTheyAreTooLarge_AreRefused()
    {
        using var line = new StolenLine(pair.Jp, pair.Ph);

        (await line.PostAsync(PeerDoor.MessagesPath, "{\"message\":\"" + new string('a', PeerDoor.LargestMessage) + "\"}")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        await NodePair.SayAsync(pair.Jp, pair.Ph, "after much");
        await pair.AllIsWellAsync();
    }

    [Fact]
    public async Task Door_WhenTheCallerSpeaksOnlyTls11_DoesNotOpen()
    {
#pragma warning disable SYSLIB0039, CA5397 // the old version is what is tested
        using var line = new StolenLine(pair.Jp, pair.Ph, SslProtocols.Tls11);
#pragma warning restore SYSLIB0039, CA5397

        await Should.ThrowAsync<HttpRequestException>(() => line.PostAsync(PeerDoor.MessagesPath, "{}"));
    }

    [Fact]
    public async Task Peer_WhenItsKeysWereReplaced_GetsNothingAndIsNotHeardUntilTheyAreBack()
    {
        using var safe = new TempFolder();
        await pair.Ph.StopAsync();
        Move(Path.Combine(pair.Ph.Data, NodeKeys.Folder), safe.Path);
        await pair.Ph.StartAsync();

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "for the right key alone");
        await NodePair.UntilAsync(() => Task.FromResult(pair.Jp.Records.LastFailure() is { } why && why.Contains("certificate", StringComparison.Ordinal)));
        using (var line = new StolenLine(pair.Ph, pair.Jp))
            (await line.PostAsync(PeerDoor.MessagesPath, "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        pair.Ph.Records.Said(outgoing: false).ShouldNotContain(one => one.Conversation == conversation);
        pair.Jp.Records.Acts().Keys.ShouldContain("federation.refused");

        await pair.Ph.StopAsync();
        Move(safe.Path, Path.Combine(pair.Ph.Data, NodeKeys.Folder));
        await pair.AllIsWellAsync();
        pair.Ph.Records.Said(outgoing: false).ShouldContain(one => one.Conversation == conversation);
    }

    private static void Move(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "node-*.pem")) File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
