using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Noroshi.Exchange.Misp;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>The client against a server on this machine that answers in the documented forms of MISP's REST API. The events are invented.</summary>
public sealed class MispServerTests : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<(string Path, JsonNode Body, string Key)> _asked = [];
    private readonly Queue<int> _failures = new();
    private readonly Dictionary<string, JsonObject> _events = new(StringComparer.Ordinal);

    public MispServerTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    private Uri Server => new(_app.Urls.First() + "/");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Pull_WhenTheServerHasPages_TakesEachEventOnceInOrder()
    {
        for (var number = 0; number < 7; number++) Put(number, 1);
        await _app.StartAsync();
        var sink = new ListedSink();
        var end = await PullAsync(sink, MispCursor.Start);
        sink.Deliveries.Select(one => one.EventUuid).ShouldBe(Enumerable.Range(0, 7).Select(Uuid));
        sink.Deliveries.ShouldAllBe(one => one.IsLast);
        _asked.ShouldAllBe(one => one.Key == "secret");
        // Again: nothing new, nothing taken. One more event: that one.
        await PullAsync(sink, end);
        sink.Deliveries.Count.ShouldBe(7);
        Put(7, 1);
        await PullAsync(sink, end);
        sink.Deliveries[^1].EventUuid.ShouldBe(Uuid(7));
        sink.Deliveries.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Pull_WhenAnEventIsLarge_ComesInPartsAndGoesOnWhereItStopped()
    {
        Put(1, 10);
        await _app.StartAsync();
        var broken = new ListedSink { StopAfter = 2 };
        await Should.ThrowAsync<IOException>(() => PullAsync(broken, MispCursor.Start));
        var sink = new ListedSink();
        await PullAsync(sink, broken.Deliveries[^1].Cursor);
        sink.Deliveries.Select(one => (one.Part, one.IsLast)).ShouldBe([(3, false), (4, true)]);
        var objects = broken.Deliveries.Concat(sink.Deliveries).SelectMany(one => one.Bundle["objects"]!.AsArray()).Select(one => one!.AsObject()).ToList();
        var container = objects.Where(one => one["type"]!.GetValue<string>() is "grouping").ShouldHaveSingleItem();
        container["object_refs"]!.AsArray().Count(id => id!.GetValue<string>().StartsWith("observed-data--", StringComparison.Ordinal)).ShouldBe(10);
        objects.Count(one => one["type"]!.GetValue<string>() == "observed-data").ShouldBe(10);
    }

    [Fact]
    public async Task Request_WhenTheServerIsBusy_WaitsAndTriesAgain()
    {
        Put(1, 1);
        foreach (var status in new[] { 503, 429, 502 }) _failures.Enqueue(status);
        await _app.StartAsync();
        var sink = new ListedSink();
        await PullAsync(sink, MispCursor.Start);
        sink.Deliveries.Count.ShouldBe(1);
        for (var number = 0; number < 10; number++) _failures.Enqueue(503);
        (await Should.ThrowAsync<MispServerException>(() => PullAsync(sink, MispCursor.Start))).Message.ShouldContain("did not answer in 4 attempts: it says 503");
    }

    [Theory]
    [InlineData(401, "does not take the key")]
    [InlineData(302, "points to")]
    [InlineData(403, "refused with 403")]
    [InlineData(600, "larger than")]
    [InlineData(601, "no JSON")]
    public async Task Request_WhenRefused_SaysWhatAndWhatToDo(int status, string says)
    {
        _failures.Enqueue(status);
        await _app.StartAsync();
        (await Should.ThrowAsync<MispServerException>(() => PullAsync(new ListedSink(), MispCursor.Start))).Message.ShouldContain(says);
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Request_WhenTheKeyWouldTravelInTheOpen_IsNotMade()
    {
        using var http = new HttpClient(MispClient.Handler());
        var client = new MispClient(http, new Uri("http://misp.example/"), "secret", TimeProvider.System, MispClientLimits.Usual);
        (await Should.ThrowAsync<MispServerException>(() => client.PostAsync("events/restSearch", new JsonObject(), CancellationToken.None))).Message.ShouldContain("https");
    }

    [Fact]
    public async Task Push_WhenLarge_GoesInPartsAndChangesWhatIsThere()
    {
        await _app.StartAsync();
        using var http = new HttpClient(MispClient.Handler());
        var item = Event(3, 10);
        item["Object"] = new JsonArray(new JsonObject { ["name"] = "file" });
        List<int> done = [];
        var push = new MispPush(Client(http));
        await push.RunAsync(item, 0, next => { done.Add(next); return Task.CompletedTask; }, CancellationToken.None);
        done.ShouldBe([1, 2, 3, 4]);
        _asked.Select(one => one.Path).ShouldBe(["/events/add", .. Enumerable.Repeat($"/events/edit/{Uuid(3)}", 3)]);
        _asked.SelectMany(one => one.Body["Event"]!["Attribute"]!.AsArray()).Count().ShouldBe(10);
        _asked.Count(one => one.Body["Event"]!["Object"] is not null).ShouldBe(1);
        _asked.Clear();
        await push.RunAsync(item, 0, _ => Task.CompletedTask, CancellationToken.None);
        _asked.Select(one => one.Path).Take(2).ShouldBe(["/events/add", $"/events/edit/{Uuid(3)}"]);
        _asked.Clear();
        await push.RunAsync(item, 3, _ => Task.CompletedTask, CancellationToken.None);
        _asked.Count.ShouldBe(1);
    }

    private async Task<MispCursor> PullAsync(IMispSink sink, MispCursor from)
    {
        using var http = new HttpClient(MispClient.Handler());
        return await new MispPull(Client(http), Server, sink).RunAsync(from, CancellationToken.None);
    }

    private MispClient Client(HttpClient http) => new(http, Server, "secret", TimeProvider.System, new MispClientLimits { EventsAPage = 3, AttributesAPart = 3, AnswerBytes = 100_000, Attempts = 4, FirstWait = TimeSpan.FromMilliseconds(1) });

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        _asked.Add((context.Request.Path.Value!, body, context.Request.Headers.Authorization.ToString()));
        if (_failures.TryDequeue(out var status))
        {
            if (status == 302) context.Response.Headers.Location = "https://other.example/";
            context.Response.StatusCode = status >= 600 ? 200 : status;
            await context.Response.WriteAsync(status switch { 600 => $"\"{new string('x', 200_000)}\"", 601 => "<html>", _ => """{"message":"no","errors":["why"]}""" });
            return;
        }

        await context.Response.WriteAsync(Answer(context, body).ToJsonString());
    }

    private JsonObject Answer(HttpContext context, JsonNode body)
    {
        var path = context.Request.Path.Value!;
        if (path == "/events/add")
        {
            var uuid = body["Event"]!["uuid"]!.GetValue<string>();
            if (!_events.TryAdd(uuid, body["Event"]!.DeepClone().AsObject()))
            {
                context.Response.StatusCode = 404;
                return new JsonObject { ["name"] = "Event already exists, if you would like to edit it, use the url in the location header." };
            }

            return new JsonObject { ["Event"] = body["Event"]!.DeepClone() };
        }

        if (path.StartsWith("/events/edit/", StringComparison.Ordinal)) return new JsonObject { ["Event"] = body["Event"]!.DeepClone() };
        var page = body["page"]?.GetValue<int>() ?? 1;
        var limit = body["limit"]?.GetValue<int>() ?? 1000;
        if (path == "/attributes/restSearch") return new JsonObject { ["response"] = new JsonObject { ["Attribute"] = new JsonArray([.. _events[body["eventid"]!.GetValue<string>()]["Attribute"]!.AsArray().Skip((page - 1) * limit).Take(limit).Select(one => one!.DeepClone())]) } };
        var since = long.Parse(body["timestamp"]?.GetValue<string>() ?? "0", CultureInfo.InvariantCulture);
        var found = _events.Values.Where(one => body["uuid"] is null || one["uuid"]!.GetValue<string>() == body["uuid"]!.GetValue<string>()).Where(one => long.Parse(one["timestamp"]!.GetValue<string>(), CultureInfo.InvariantCulture) >= since)
            .OrderByDescending(one => one["uuid"]!.GetValue<string>(), StringComparer.Ordinal).Skip((page - 1) * limit).Take(limit).Select(one => one.DeepClone().AsObject()).ToList();
        if (body["metadata"] is not null) foreach (var one in found) one.Remove("Attribute");
        return new JsonObject { ["response"] = new JsonArray([.. found.Select(one => (JsonNode)new JsonObject { ["Event"] = one })]) };
    }

    private void Put(int number, int attributes) => _events[Uuid(number)] = Event(number, attributes);

    private static JsonObject Event(int number, int attributes) => new()
    {
        ["uuid"] = Uuid(number),
        ["info"] = "EXERCISE",
        ["timestamp"] = (1_700_000_000 + (number / 2)).ToString(CultureInfo.InvariantCulture),
        ["attribute_count"] = attributes.ToString(CultureInfo.InvariantCulture),
        ["Attribute"] = new JsonArray([.. Enumerable.Range(0, attributes).Select(index => (JsonNode)new JsonObject { ["uuid"] = Uuid((number * 100) + index), ["type"] = "domain", ["value"] = $"n{number}-{index}.example" })]),
    };

    private static string Uuid(int number) => $"00000000-0000-4000-8000-{number:d12}";

    private sealed class ListedSink : IMispSink
    {
        public List<MispDelivery> Deliveries { get; } = [];

        public int StopAfter { get; init; } = int.MaxValue;

        public Task TakeAsync(MispDelivery delivery, CancellationToken cancel)
        {
            if (Deliveries.Count == StopAfter) throw new IOException("the disk is full");
            Deliveries.Add(delivery);
            return Task.CompletedTask;
        }
    }
}
