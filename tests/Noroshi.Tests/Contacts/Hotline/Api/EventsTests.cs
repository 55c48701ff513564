using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Noroshi.Contracts;

namespace Noroshi.Tests.Contacts.Hotline.Api;

public sealed class EventsTests(HotlineNode house) : IClassFixture<HotlineNode>
{
    [Fact]
    public async Task Events_WhenSomethingComesAndIsAcknowledged_SayIt()
    {
        var browser = house.As(Role.Diplomat);
        using var handler = new SocketsHttpHandler { CookieContainer = browser.Cookies };
        using var client = new HttpClient(handler) { BaseAddress = house.Node.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/contacts/hotline/events");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("ja"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await NextAsync(events)).GetArrayLength().ShouldBe(0, "what waits is said at once");
        var id = await house.HearAsync("events", "<b>hello</b>", "flash");
        var ring = (await NextAsync(events)).EnumerateArray().ShouldHaveSingleItem();
        ring.GetProperty("message").GetString().ShouldBe(id);
        ring.GetProperty("precedence").GetString().ShouldBe("flash");
        ring.GetProperty("sounds").GetBoolean().ShouldBeTrue();
        ring.GetProperty("title").GetString()!.ShouldContain("最緊急");
        var form = await browser.GetAsync("/hotline/events");
        await browser.PostAsync("/hotline/events", ("_handler", "receipt-" + id), ("__RequestVerificationToken", form.FormToken), ("kind", "acknowledged"));
        (await NextAsync(events)).GetArrayLength().ShouldBe(0);
    }

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType == "rings") return JsonDocument.Parse(events.Current.Data).RootElement;
            events.Current.EventType.ShouldBeOneOf("changed", "beat");
        }

        throw new EndOfStreamException("The stream ended.");
    }
}
