using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation;
using Noroshi.Shell.Audit;

namespace Noroshi.Tests.Federation;

/// <summary>What the door for peers does with callers who do not keep to the protocol.</summary>
public sealed class PeerDoorTests
{
    [Theory]
    [InlineData("Pending")]
    [InlineData("Suspended")]
    [InlineData("Revoked")]
    public async Task Messages_WhenThePeerIsNotActive_AreRefused(string standing)
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.Records.ExecuteAsync("UPDATE peer SET ours = @standing", new { standing }, default);
        ph.Services.GetRequiredService<PeerBook>().Forget();

        var (status, answer) = await PostAsync(jp, ph, PeerDoor.MessagesPath, JsonSerializer.Serialize(await PacketAsync(jp, ph)));

        status.ShouldBe(HttpStatusCode.Forbidden);
        answer.ShouldContain(DoorProblem.NotActive);
        (await ReceivedTexts.OfAsync(ph)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_WhenTheCertificateIsAStrangers_AreRefusedAndRecorded()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await using var stranger = await PairedNode.StartAsync("SG");
        await jp.PeerWithAsync(ph);

        var (status, answer) = await PostAsync(stranger, ph, PeerDoor.MessagesPath, JsonSerializer.Serialize(await PacketAsync(jp, ph)));

        status.ShouldBe(HttpStatusCode.Forbidden);
        answer.ShouldContain(DoorProblem.Unknown);
        (await ph.ActsAsync()).ShouldContain("federation.refused");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"message\":5}")]
    [InlineData("{\"message\":\"a.b.c.d.e\"}")]
    public async Task Messages_WhenTheBodyIsNonsense_AreRefusedAndTheLineStaysGood(string body)
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);

        (await PostAsync(jp, ph, PeerDoor.MessagesPath, body)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await jp.SettledAsync(await jp.SendAsync(ph, "still good"))).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Messages_WhenTooLarge_AreRefusedBeforeTheyAreRead()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.PeerWithAsync(ph);

        var (status, _) = await PostAsync(jp, ph, PeerDoor.MessagesPath, "{\"message\":\"" + new string('a', PeerDoor.LargestMessage) + "\"}");

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Messages_WhenReplayed_AreAnsweredWithTheSameReceiptAndAppliedOnce()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.SettledAsync(await jp.SendAsync(ph, "once"));
        var sent = (await jp.Post.ProofsAsync(ph.NodeId, "c-1", default))[0];
        var packet = JsonSerializer.Serialize(new MessagePacket(Jwe.Seal(sent.Proof, (await jp.Peers.FindAsync(ph.NodeId, default))!.Node.SealingKey)));

        var first = await PostAsync(jp, ph, PeerDoor.MessagesPath, packet);
        var second = await PostAsync(jp, ph, PeerDoor.MessagesPath, packet);

        first.ShouldBe(second);
        first.Answer.ShouldContain(sent.Receipt!);
        (await ReceivedTexts.OfAsync(ph)).ShouldBe(["once"]);
    }

    [Fact]
    public async Task Messages_WhenMadeForAnotherNode_AreNotTaken()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await using var sg = await PairedNode.StartAsync("SG", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await jp.PeerWithAsync(sg);
        await jp.SendAsync(ph, "for PH alone");
        var sent = (await jp.Post.ProofsAsync(ph.NodeId, "c-1", default))[0];
        var toSg = new MessagePacket(Jwe.Seal(sent.Proof, (await jp.Peers.FindAsync(sg.NodeId, default))!.Node.SealingKey));

        var (status, answer) = await PostAsync(jp, sg, PeerDoor.MessagesPath, JsonSerializer.Serialize(toSg));

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ShouldContain(DoorProblem.Unbelievable);
        (await ReceivedTexts.OfAsync(sg)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_WhenAPeerSendsWhatAnotherSigned_AreNotTaken()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var sg = await PairedNode.StartAsync("SG");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await sg.PeerWithAsync(ph);

        var (status, _) = await PostAsync(sg, ph, PeerDoor.MessagesPath, JsonSerializer.Serialize(await PacketAsync(jp, ph)));

        status.ShouldBe(HttpStatusCode.Conflict, "the key that signed is not the sender's");
        (await ReceivedTexts.OfAsync(ph)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_WhenMoreThanTheAgreementAllows_MustWait()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH", new ReceivedTexts());
        await jp.PeerWithAsync(ph);
        await ph.Desk.AgreeAsync(jp.NodeId, new Agreement([], ["hotline.*"], "TLP:CLEAR", 6), Actor.System, default);
        var packet = JsonSerializer.Serialize(await PacketAsync(jp, ph));

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) answers.Add((await PostAsync(jp, ph, PeerDoor.MessagesPath, packet)).Status);

        answers.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/sign-in")]
    [InlineData("GET", "/peer/v1/messages")]
    [InlineData("POST", "/.well-known/noroshi")]
    [InlineData("GET", "/api/v1/federation/peers")]
    public async Task Door_WhenAskedForAnythingElse_HasNothing(string method, string path)
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
        await jp.PeerWithAsync(ph);
        using var line = Line(jp, SslProtocols.None);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(ph.Url + path));

        using var answer = await line.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Door_WhenNoCertificateIsShown_DoesNotOpen()
    {
        await using var ph = await PairedNode.StartAsync("PH");
        using var line = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null } });

        await Should.ThrowAsync<HttpRequestException>(() => line.GetAsync(new Uri(ph.Url + PeerDoor.DescriptionPath), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Door_WhenTheCallerSpeaksOnlyTls11_DoesNotOpen()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var ph = await PairedNode.StartAsync("PH");
#pragma warning disable SYSLIB0039, CA5397 // the old versions are what is tested
        using var line = Line(jp, SslProtocols.Tls11);
#pragma warning restore SYSLIB0039, CA5397

        await Should.ThrowAsync<HttpRequestException>(() => line.GetAsync(new Uri(ph.Url + PeerDoor.DescriptionPath), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Introduction_WhenTheConnectionIsAnothers_IsNotBelieved()
    {
        await using var jp = await PairedNode.StartAsync("JP");
        await using var thief = await PairedNode.StartAsync("SG");
        await using var ph = await PairedNode.StartAsync("PH");
        var (node, _) = await ph.Services.GetRequiredService<OwnDocument>().GetAsync(default);
        var keys = jp.Services.GetRequiredService<NodeKeys>();
        var statement = new PeerStatement(jp.NodeId, ph.NodeId, node.SigningKey.Kid, Standing.Pending, 1, DateTimeOffset.UnixEpoch).Sign(keys.Signing, keys.SigningKey.Kid);
        var said = new Introduction((await jp.Services.GetRequiredService<OwnDocument>().GetAsync(default)).Signed, statement);

        var (status, _) = await PostAsync(thief, ph, PeerDoor.IntroductionPath, JsonSerializer.Serialize(said));

        status.ShouldBe(HttpStatusCode.Forbidden);
        (await ph.Peers.ListAsync(default)).ShouldBeEmpty();
    }

    private static async Task<MessagePacket> PacketAsync(PairedNode from, PairedNode to)
    {
        var keys = from.Services.GetRequiredService<NodeKeys>();
        var envelope = new Envelope(Guid.NewGuid().ToString("n"), from.NodeId, to.NodeId, "hotline.message", "c-9", 1, DateTimeOffset.UnixEpoch, "TLP:CLEAR", JsonSerializer.SerializeToElement(new { text = "made by hand" }));
        return new MessagePacket(Jwe.Seal(envelope.Sign(keys.Signing, keys.SigningKey.Kid), (await from.Peers.FindAsync(to.NodeId, default))?.Node.SealingKey ?? (await to.Services.GetRequiredService<OwnDocument>().GetAsync(default)).Document.SealingKey));
    }

    private static async Task<(HttpStatusCode Status, string Answer)> PostAsync(PairedNode from, PairedNode to, string path, string body)
    {
        using var line = Line(from, SslProtocols.None);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await line.PostAsync(new Uri(to.Url + path), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static HttpClient Line(PairedNode from, SslProtocols protocols) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = protocols,
            LocalCertificateSelectionCallback = (_, _, _, _, _) => from.Services.GetRequiredService<NodeKeys>().Certificate,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        },
    });
}
