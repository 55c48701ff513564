using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Tests.Exchange.Taxii;

public sealed class TaxiiServerTests(TaxiiHouse house) : IClassFixture<TaxiiHouse>
{
    private const string Here = "/taxii2/main/collections/a/";
    private const string Red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
    private const string Amber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";
    private readonly ExchangeNode _node = house.Node;

    [Theory]
    [InlineData("/taxii2/")]
    [InlineData("/taxii2/main/")]
    [InlineData("/taxii2/main/collections/")]
    [InlineData("/taxii2/main/nothing/")]
    [InlineData(Here + "objects/")]
    public async Task Strangers_WhenTheyAsk_AreToldHowToSignIn(string path)
    {
        using var nobody = _node.Machine(null);
        await RefusedAsync(await nobody.GetAsync(path), 401);
        using var wrong = _node.Machine("both", "wrong");
        var answer = await wrong.GetAsync(path);
        await RefusedAsync(answer, 401);
        answer.Headers.WwwAuthenticate.Select(way => way.Scheme).ShouldBe(["Basic", "Bearer"]);
        using var unknown = _node.Machine("no-such-partner");
        await RefusedAsync(await unknown.GetAsync(path), 401);
    }

    [Fact]
    public async Task People_WhenTheyComeWithACookie_AreNotLetIn()
    {
        using var browser = await _node.Node.SignedInAsync("admin", Role.Administrator, Role.Analyst);
        (await browser.GetAsync("/taxii2/")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("both", 200, 202, 200)]
    [InlineData("reader", 200, 403, 403)]
    [InlineData("writer", 403, 202, 403)]
    [InlineData("stranger", 404, 404, 404)]
    [InlineData("foreign", 404, 404, 404)]
    public async Task Partners_WhenTheyAct_MayWhatTheyWereGranted(string partner, int reading, int writing, int deleting)
    {
        using var machine = _node.Machine(partner);
        var id = Guid.NewGuid();
        var answers = new[]
        {
            await machine.GetAsync(Here + "objects/"),
            await machine.GetAsync(Here + "manifest/"),
        };
        answers.ShouldAllBe(answer => (int)answer.StatusCode == reading);
        ((int)(await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(id)))).StatusCode).ShouldBe(writing);
        if (writing != 202)
        {
            using var other = _node.Machine("both");
            await other.PostAsync(Here + "objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(id)));
        }

        ((int)(await machine.GetAsync($"{Here}objects/indicator--{id:D}/")).StatusCode).ShouldBe(reading);
        ((int)(await machine.GetAsync($"{Here}objects/indicator--{id:D}/versions/")).StatusCode).ShouldBe(reading);
        ((int)(await machine.DeleteAsync($"{Here}objects/indicator--{id:D}/")).StatusCode).ShouldBe(deleting);
        ((int)(await machine.GetAsync(Here)).StatusCode).ShouldBe(reading == 404 ? 404 : 200);
        var list = await ExchangeNode.JsonAsync(await machine.GetAsync("/taxii2/main/collections/"));
        if (reading == 404) list.EnumerateObject().ShouldBeEmpty();
        else list.GetProperty("collections").EnumerateArray().ShouldHaveSingleItem().GetProperty("can_write").GetBoolean().ShouldBe(writing == 202);
        ((int)(await machine.GetAsync("/taxii2/main/collections/nobody/objects/")).StatusCode).ShouldBe(404);
    }

    [Theory]
    [InlineData(TokenScope.Read, 200, 403)]
    [InlineData(TokenScope.Import, 403, 202)]
    [InlineData(TokenScope.Admin, 403, 403)]
    public async Task Tokens_WhenTheyAct_MayWhatTheirScopeSays(TokenScope scope, int reading, int writing)
    {
        var token = await _node.Node.Services.GetRequiredService<ApiTokens>().IssueAsync("machine", "csirt", [scope], TimeSpan.FromDays(1), Actor.System, default);
        using var machine = _node.Machine(null);
        machine.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
        ((int)(await machine.GetAsync(Here + "objects/")).StatusCode).ShouldBe(reading);
        ((int)(await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(Guid.NewGuid())))).StatusCode).ShouldBe(writing);
    }

    [Fact]
    public async Task Partner_WhenItsSecretIsChangedOrItIsShutOut_IsKnownNoMore()
    {
        await _node.PartnerAsync("changing");
        using var machine = _node.Machine("changing");
        (await machine.GetAsync("/taxii2/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var bearer = _node.Machine(null);
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PartnerToken.Of("changing", ExchangeNode.Secret));
        (await bearer.GetAsync("/taxii2/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var partner = (await _node.Directory.BookAsync(default)).Partner("changing")!;
        (await _node.Directory.ChangeAsync(partner with { SecretHash = PartnerSecrets.Hash("another secret") }, Actor.System, default)).ShouldBeTrue();
        (await machine.GetAsync("/taxii2/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var renewed = _node.Machine("changing", "another secret");
        (await renewed.GetAsync("/taxii2/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _node.Directory.ChangeAsync(partner with { EndedAt = TimeProvider.System.GetUtcNow() }, Actor.System, default)).ShouldBeTrue();
        (await renewed.GetAsync("/taxii2/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _node.Node.ActsAsync()).ShouldContain("exchange.partner.ended:done");
        (await _node.Node.ActsAsync()).ShouldContain("exchange.taxii.refused:failed");
    }

    [Theory]
    [InlineData("application/taxii+json;version=2.1", 200)]
    [InlineData("application/taxii+json; version=\"2.1\"", 200)]
    [InlineData("application/taxii+json", 200)]
    [InlineData("text/html, application/taxii+json;version=2.1;q=0.5", 200)]
    [InlineData("*/*", 200)]
    [InlineData("application/*", 200)]
    [InlineData("application/taxii+json;version=2.0", 406)]
    [InlineData("application/vnd.oasis.taxii+json;version=2.0", 406)]
    [InlineData("application/json", 406)]
    [InlineData("application/taxii+json;version=2.1;q=0", 406)]
    [InlineData("nonsense", 406)]
    public async Task Answers_WhenAFormIsAskedFor_ComeInItOrNotAtAll(string accept, int status)
    {
        using var machine = _node.Machine("both");
        machine.DefaultRequestHeaders.Remove("Accept");
        machine.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        foreach (var path in new[] { "/taxii2/", "/taxii2/main", Here + "objects" })
        {
            var answer = await machine.GetAsync(path);
            ((int)answer.StatusCode).ShouldBe(status, path);
            answer.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal).ShouldBe(ExchangeNode.Media);
        }
    }

    [Theory]
    [InlineData("application/taxii+json", 202)]
    [InlineData("application/taxii+json;version=2.0", 415)]
    [InlineData("application/json", 415)]
    [InlineData("application/stix+json;version=2.1", 415)]
    public async Task Envelopes_WhenOfAnotherForm_AreRefused(string type, int status)
    {
        using var machine = _node.Machine("both");
        using var content = ExchangeNode.Envelope(ExchangeNode.Indicator(Guid.NewGuid()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        ((int)(await machine.PostAsync(Here + "objects/", content)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("added_after=yesterday")]
    [InlineData("added_after=2026-02-30T00:00:00Z")]
    [InlineData("added_after=2026-01-01T00:00:00Z&added_after=2026-01-02T00:00:00Z")]
    [InlineData("match[version]=newest")]
    [InlineData("match[colour]=red")]
    [InlineData("match[type]=")]
    [InlineData("match[id]=not-an-id")]
    [InlineData("next=made-up")]
    public async Task Questions_WhenTheyCannotBeUnderstood_AreRefusedAndNotGuessed(string query)
    {
        using var machine = _node.Machine("both");
        await RefusedAsync(await machine.GetAsync(Here + "objects/?" + query), 400);
        await RefusedAsync(await machine.GetAsync(Here + "manifest/?" + query), 400);
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("{", 422)]
    [InlineData("[]", 422)]
    [InlineData("{}", 422)]
    [InlineData("""{"objects":{}}""", 422)]
    [InlineData("""{"objects":[]}""", 422)]
    [InlineData("""{"objects":[{}],"objects":[{}]}""", 422)]
    [InlineData("""{"objects":[{}]} x""", 422)]
    [InlineData("""{"objects":[{}]}""", 202)]
    public async Task Bodies_WhenTheyAreNoEnvelopes_AreRefusedWithTheirReason(string body, int status)
    {
        using var machine = _node.Machine("both");
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ExchangeNode.Media);
        var answer = await machine.PostAsync(Here + "objects/", content);
        if (status == 202) (await ExchangeNode.JsonAsync(answer)).GetProperty("failure_count").GetInt32().ShouldBe(1);
        else await RefusedAsync(answer, status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_WhenTooLarge_IsRefusedWhetherItsLengthIsSaidOrNot(bool said)
    {
        using var machine = _node.Machine("both");
        using var request = new HttpRequestMessage(HttpMethod.Post, Here + "objects/") { Content = new ByteArrayContent(new byte[TaxiiDoor.LargestBody + 1]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ExchangeNode.Media);
        request.Headers.TransferEncodingChunked = !said;
        request.Headers.ExpectContinue = true;
        await RefusedAsync(await machine.SendAsync(request), 413);
    }

    [Fact]
    public async Task Next_WhenTakenToAnotherQuestion_IsRefused()
    {
        using var machine = _node.Machine("both");
        await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope([.. Enumerable.Range(0, 5).Select(_ => ExchangeNode.Indicator(Guid.NewGuid()))]));
        var first = await ExchangeNode.JsonAsync(await machine.GetAsync(Here + "objects/?limit=2&match[type]=indicator"));
        var next = first.GetProperty("next").GetString()!;
        (await machine.GetAsync($"{Here}objects/?limit=3&match[type]=indicator&next={next}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { $"objects/?next={next}", $"objects/?match[type]=malware&next={next}", $"objects/?match[type]=indicator&added_after=2020-01-01T00:00:00Z&next={next}", $"manifest/?match[type]=indicator&next={next}", $"objects/?match[type]=indicator&next={next[..^2]}AA" })
            await RefusedAsync(await machine.GetAsync(Here + other), 400);
    }

    [Fact]
    public async Task Pages_WhenWalkedWithAddedAfterAndNext_HoldEverythingOnce()
    {
        await _node.PartnerAsync("walking");
        await _node.CollectionAsync("walk", ExchangeNode.Both("partner:walking"));
        const string Here = "/taxii2/main/collections/walk/";
        using var machine = _node.Machine("walking");
        await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope([.. Enumerable.Range(0, 7).Select(_ => ExchangeNode.Indicator(Guid.NewGuid()))]));
        var before = (await machine.GetAsync(Here + "objects/")).Headers.GetValues("X-TAXII-Date-Added-Last").Single();
        await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope([.. Enumerable.Range(0, 9).Select(_ => ExchangeNode.Indicator(Guid.NewGuid()))]));
        List<string> seen = [];
        for (string? next = ""; next is not null;)
        {
            var page = await ExchangeNode.JsonAsync(await machine.GetAsync($"{Here}objects/?limit=4&added_after={before}{(next.Length > 0 ? "&next=" + next : "")}"));
            seen.AddRange(page.GetProperty("objects").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var token) ? token.GetString() : null;
            page.GetProperty("more").GetBoolean().ShouldBe(next is not null);
        }

        seen.Count.ShouldBe(9);
        seen.Distinct().Count().ShouldBe(9);
    }

    [Fact]
    public async Task Objects_WhenTheRulesWithholdThem_AreNeitherShownNorNamed()
    {
        await _node.PartnerAsync("ruled");
        await _node.CollectionAsync("rules", ExchangeNode.Both("partner:ruled"));
        const string Here = "/taxii2/main/collections/rules/";
        using var machine = _node.Machine("ruled");
        // Sent by the partner itself, so the members are addressed; a marking that nobody knows denies, RED does not go over TAXII.
        var (open, hidden) = (Guid.NewGuid(), Guid.NewGuid());
        await machine.PostAsync(Here + "objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(open, marking: Amber), ExchangeNode.Indicator(hidden, marking: "marking-definition--00000000-0000-4000-8000-00000000000f"), ExchangeNode.Indicator(Guid.NewGuid(), marking: Red)));
        foreach (var path in new[] { "objects/", "manifest/", "objects/?match[version]=all" })
        {
            var text = await (await machine.GetAsync(Here + path)).Content.ReadAsStringAsync();
            text.ShouldContain(open.ToString("D"));
            text.ShouldNotContain(hidden.ToString("D"));
        }

        await RefusedAsync(await machine.GetAsync($"{Here}objects/indicator--{hidden:D}/"), 404);
        await RefusedAsync(await machine.GetAsync($"{Here}objects/indicator--{hidden:D}/versions/"), 404);
        var left = await _node.Node.Services.GetRequiredService<DepartureRecords>().ListAsync("node:ruled", null, 10, default);
        left.Where(line => line.Recipient == "node:ruled").ShouldHaveSingleItem().Objects.ShouldBe(1);
    }

    [Fact]
    public async Task Deleting_WhenSomebodyElseSentTheObject_IsRefused()
    {
        foreach (var partner in new[] { "sending", "watching" }) await _node.PartnerAsync(partner);
        await _node.CollectionAsync("shared", ExchangeNode.Both("partner:sending"), ExchangeNode.Both("partner:watching"));
        using var one = _node.Machine("sending");
        using var other = _node.Machine("watching");
        var id = Guid.NewGuid();
        await one.PostAsync("/taxii2/main/collections/shared/objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(id)));
        await RefusedAsync(await other.DeleteAsync($"/taxii2/main/collections/shared/objects/indicator--{id:D}/"), 403);
        (await one.DeleteAsync($"/taxii2/main/collections/shared/objects/indicator--{id:D}/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RefusedAsync(await one.DeleteAsync($"/taxii2/main/collections/shared/objects/indicator--{id:D}/"), 404);
        (await _node.Node.ActsAsync()).ShouldContain("exchange.object.deleted:done");
    }

    [Fact]
    public async Task Status_WhenAskedByAnother_IsNotThere()
    {
        using var one = _node.Machine("both");
        var sent = await ExchangeNode.JsonAsync(await one.PostAsync(Here + "objects/", ExchangeNode.Envelope(ExchangeNode.Indicator(Guid.NewGuid()), """{"type":"x"}""")));
        var path = $"/taxii2/main/status/{sent.GetProperty("id").GetString()}/";
        var status = await ExchangeNode.JsonAsync(await one.GetAsync(path));
        (status.GetProperty("success_count").GetInt32(), status.GetProperty("failure_count").GetInt32(), status.GetProperty("status").GetString()).ShouldBe((1, 1, "complete"));
        using var other = _node.Machine("reader");
        await RefusedAsync(await other.GetAsync(path), 404);
    }

    [Fact]
    public async Task Requests_WhenTheyAreNoise_AreAnsweredWithAnErrorMessage()
    {
        using var machine = _node.Machine("both");
        var random = new Random(7);
        var envelope = Encoding.UTF8.GetBytes("{\"objects\":[" + ExchangeNode.Indicator(Guid.NewGuid()) + "," + ExchangeNode.Indicator(Guid.NewGuid(), marking: Amber) + "]}");
        for (var round = 0; round < 150; round++)
        {
            var mutated = (byte[])envelope.Clone();
            for (var change = random.Next(1, 6); change > 0; change--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            using var content = new ByteArrayContent(mutated, 0, random.Next(4) == 0 ? random.Next(mutated.Length) : mutated.Length);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(ExchangeNode.Media);
            ((int)(await machine.PostAsync(Here + "objects/", content)).StatusCode).ShouldBeOneOf(202, 422);
            var query = new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(33, 127))]).Replace("#", "", StringComparison.Ordinal);
            ((int)(await machine.GetAsync(Here + "objects/?limit=1&" + query)).StatusCode).ShouldBeOneOf([200, 400], query);
        }

        (await machine.GetAsync(Here + "objects/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal).ShouldBe(ExchangeNode.Media);
        var message = JsonDocument.Parse(text).RootElement;
        message.GetProperty("http_status").GetString().ShouldBe(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        message.GetProperty("title").GetString()!.Length.ShouldBeGreaterThan(3);
        message.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(3);
    }
}
