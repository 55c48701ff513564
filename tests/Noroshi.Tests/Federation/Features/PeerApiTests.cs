using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Access;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Federation;

/// <summary>Who may see peers and who may change them: each role at each address, and each token.</summary>
public sealed class PeerApiTests(PeerApiTests.House house) : IClassFixture<PeerApiTests.House>
{
    private const string Peer = "ph-0123456789abcdef";
    private static readonly Role[] Readers = [Role.Diplomat, Role.Auditor, Role.Administrator];

    public static TheoryData<string> Questions() => ["/api/v1/federation/peers", "/api/v1/federation/self", "/peers", "/peers/" + Peer];

    public static TheoryData<string> Acts() =>
    [
        "/api/v1/federation/peers",
        $"/api/v1/federation/peers/{Peer}/confirm",
        $"/api/v1/federation/peers/{Peer}/suspend",
        $"/api/v1/federation/peers/{Peer}/resume",
        $"/api/v1/federation/peers/{Peer}/revoke",
        $"/api/v1/federation/peers/{Peer}/agreement",
        "/api/v1/federation/keys/renew",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Peers_WhenAsked_AreShownToTheirReadersAlone(string path)
    {
        await house.WalkAsync(path, Readers);
        await house.KnockAsync(path);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Peers_WhenChanged_AreClosedToAllButAdministrators(string path)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
            (await PostAsync(house.As(role), path)).ShouldBe(HttpStatusCode.Forbidden, $"{role} at {path}");
        (await PostAsync(house.Stranger, path)).ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Found);
        (await PostAsync(house.ReadToken, path)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(house.As(Role.Administrator), path)).ShouldBe(HttpStatusCode.BadRequest, "without the antiforgery token nothing is done for a cookie");
    }

    [Fact]
    public async Task Peers_WhenATokenAdministers_AreChangedAndRecorded()
    {
        (await PostAsync(house.AdminToken, $"/api/v1/federation/peers/{Peer}/suspend")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(house.AdminToken, $"/api/v1/federation/peers/{Peer}/suspend")).ShouldBe(HttpStatusCode.BadRequest, "it is suspended already");
        (await PostAsync(house.AdminToken, $"/api/v1/federation/peers/{Peer}/resume")).ShouldBe(HttpStatusCode.OK);

        (await house.Node.ActsAsync()).ShouldContain("federation.peer.suspended:done");
        (await house.ReadToken.GetAsync("/api/v1/federation/peers")).Text.ShouldContain(Peer);
    }

    [Fact]
    public async Task Description_WhenAnybodyAsks_IsSigned()
    {
        var answer = await house.Stranger.GetAsync("/.well-known/noroshi");

        var signed = System.Text.Json.JsonSerializer.Deserialize<Introduction>(answer.Html)!.Description;
        (await SignedDocument.OpenAsync(signed)).State.ShouldBe("JP");
    }

    [Fact]
    public async Task Page_WhenAnAgreementIsSaved_GoesBackToThePeer()
    {
        var answer = await house.As(Role.Administrator).PressAsync(
            "/peers/" + Peer, $"/api/v1/federation/peers/{Peer}/agreement", ("send", "hotline.*\ncontacts.*"), ("accept", "hotline.*"), ("ceiling", "TLP:GREEN"), ("perMinute", "60"));

        answer.Location.ShouldBe($"/peers/{Peer}?done=agreement");
        (await house.As(Role.Auditor).GetAsync("/peers/" + Peer)).Text.ShouldContain("TLP:GREEN");
    }

    [Fact]
    public async Task Page_WhenTheAddressIsNone_KeepsWhatWasTypedAndSaysWhatToGive()
    {
        var answer = await house.As(Role.Administrator).SubmitAsync("/peers", "add-peer", ("url", "ftp://nowhere"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Html.ShouldContain("value=\"ftp://nowhere\"");
        answer.Text.ShouldContain("https, host and port");
    }

    private static async Task<HttpStatusCode> PostAsync(TestBrowser browser, string path)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        return (await browser.SendAsync(HttpMethod.Post, path, body)).Status;
    }

    /// <summary>A node with one active peer that is never reached, one person of each role, and two tokens.</summary>
    public sealed class House : NodeOfRoles
    {
        internal TestBrowser Stranger { get; private set; } = null!;

        internal TestBrowser ReadToken { get; private set; } = null!;

        internal TestBrowser AdminToken { get; private set; } = null!;

        public override async ValueTask DisposeAsync()
        {
            foreach (var browser in new[] { Stranger, ReadToken, AdminToken }) browser.Dispose();
            await base.DisposeAsync();
        }

        protected override async Task PrepareAsync()
        {
            (Stranger, ReadToken, AdminToken) = (Node.Browser(), await Node.TokenAsync(TokenScope.Read), await Node.TokenAsync(TokenScope.Admin));
            var keys = Node.Services.GetRequiredService<NodeKeys>();
            var node = TestDocuments.Of(keys, "PH") with { NodeId = Peer, Url = null };
            await Node.Records.TransactAsync(
                async transaction =>
                {
                    await PeerRecords.AddAsync(transaction, Introductions.New(node, SignedDocument.Sign(node, keys.Signing), node.Pins[0], "test", Standing.Confirmed, DateTimeOffset.UnixEpoch), default);
                    await transaction.ExecuteAsync("UPDATE peer SET theirs = 'Confirmed'", null, default);
                },
                default);
        }
    }
}
