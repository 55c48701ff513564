using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Exchange;

/// <summary>
/// Clients that add objects while the node is killed again and again: all that was answered with 202 is there afterwards, once. Eight clients and two kills in every
/// run of the tests; sixty-four for two minutes with NOROSHI_LONG.
/// </summary>
public sealed class TaxiiSoakTests : IDisposable
{
    private const string Media = "application/taxii+json;version=2.1";
    private const string Objects = "/taxii2/main/collections/soak/objects/";
    private static readonly bool Long = Environment.GetEnvironmentVariable("NOROSHI_LONG") is { Length: > 0 };
    private static readonly int Clients = Long ? 64 : 8;
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(Long ? 120 : 8);
    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<string, byte> _acknowledged = new(StringComparer.Ordinal);
    private NodeProcess? _node;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Objects_WhenTheNodeIsKilledAgainAndAgain_AreThereIfTheyWereAcknowledged()
    {
        var data = _folder.Below("d");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "noroshi.json"), """{"Node":{"RequestBurst":1000000,"UploadsAtOnce":1000}}""");
        _node = await NodeProcess.ServeAsync(data);
        await SeedAsync(data);
        using var over = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(number => Task.Run(() => SendAsync(number, over.Token))).ToList();
        var random = new Random(20261128);
        var kills = 0;
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < Total;)
        {
            // A node that has acknowledged nothing since its start proves nothing by dying.
            using var guard = new CancellationTokenSource(Verb.HangGuard);
            for (var seen = _acknowledged.Count; _acknowledged.Count == seen;) await Task.Delay(50, guard.Token);
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * (Long ? 6 : 2)));
            var before = _node;
            _node = null;
            await before.KillAsync();
            await before.DisposeAsync();
            _node = await NodeProcess.ServeAsync(data);
            kills++;
        }

        await over.CancelAsync();
        await Task.WhenAll(clients);
        var found = await WalkAsync();
        var line = string.Create(CultureInfo.InvariantCulture, $"{Clients} clients, {kills} kills, {_acknowledged.Count:N0} objects acknowledged, {found.Count:N0} found");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        await Console.Out.WriteLineAsync(line);
        found.Count.ShouldBe(found.Distinct(StringComparer.Ordinal).Count(), "a page repeats nothing");
        _acknowledged.Keys.Except(found, StringComparer.Ordinal).ShouldBeEmpty("what was answered with 202 is there");
        _acknowledged.Count.ShouldBeGreaterThan(100);
        await _node!.DisposeAsync();
    }

    private async Task SendAsync(int number, CancellationToken over)
    {
        var random = new Random(number);
        while (!over.IsCancellationRequested)
        {
            if (_node is not { } node)
            {
                await Task.Delay(50, CancellationToken.None);
                continue;
            }

            List<string> ids = [.. Enumerable.Range(0, random.Next(1, 100)).Select(_ => $"indicator--{Guid.NewGuid():D}")];
            try
            {
                using var client = ClientOf(node);
                using var content = new StringContent("{\"objects\":[" + string.Join(",", ids.Select(Indicator)) + "]}", Encoding.UTF8);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(Media);
                using var answer = await client.PostAsync(Objects, content, CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.Accepted) ids.ForEach(id => _acknowledged[id] = 0);
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException or TaskCanceledException)
            {
                // It was killed under our hands: nothing was acknowledged, so nothing is expected.
            }
        }
    }

    private async Task<List<string>> WalkAsync()
    {
        using var client = ClientOf(_node!);
        List<string> found = [];
        for (string? next = ""; next is not null;)
        {
            using var answer = await client.GetAsync($"{Objects}?limit=5000{(next.Length > 0 ? "&next=" + next : "")}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            if (page.RootElement.TryGetProperty("objects", out var objects)) found.AddRange(objects.EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.RootElement.TryGetProperty("next", out var token) ? token.GetString() : null;
        }

        return found;
    }

    private static HttpClient ClientOf(NodeProcess node)
    {
        var client = node.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Media);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("soak:secret"u8));
        return client;
    }

    private static async Task SeedAsync(string data)
    {
        var options = new NodeOptions { DataDirectory = data, ReferenceData = "" };
        await using var records = RecordStore.For(options);
        var (directory, now) = (new ExchangeDirectory(records, options), TimeProvider.System.GetUtcNow());
        await directory.AddAsync(new Partner { Id = "soak", NameEn = "Soak", NameJa = "試験", State = "JP", SecretHash = PartnerSecrets.Hash("secret"), SecretAt = now, CreatedAt = now, CreatedBy = "test" }, Actor.System, default);
        await directory.SaveAsync(
            new ExchangeCollection { Id = "soak", TitleEn = "Soak", TitleJa = "試験", Ceiling = Tlp.Green, Unmarked = Tlp.Green, States = ["JP"], Grants = [new Grant("partner:soak", true, true, Purpose.Defence)] }, now, Actor.System, "test", default);
    }

    private static string Indicator(string id) =>
        $$"""{"type":"indicator","spec_version":"2.1","id":"{{id}}","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","pattern":"[url:value = 'http://example.com/']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z"}""";
}
