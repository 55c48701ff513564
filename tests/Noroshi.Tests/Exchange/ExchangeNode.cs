using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Exchange;

/// <summary>A node with collections and partners, and machines that call its TAXII server.</summary>
internal sealed class ExchangeNode : IAsyncDisposable
{
    public const string Secret = "Password0";
    public const string Media = "application/taxii+json;version=2.1";

    // Slow by intent, and the same for every partner.
    private static readonly string _hash = PartnerSecrets.Hash(Secret);

    public TestNode Node { get; private init; } = null!;

    public ExchangeDirectory Directory => Node.Services.GetRequiredService<ExchangeDirectory>();

    public static async Task<ExchangeNode> StartAsync() => new() { Node = await TestNode.StartAsync() };

    /// <summary>A partner with <see cref="Secret"/>.</summary>
    public async Task PartnerAsync(string id, string state = "PH")
    {
        var now = TimeProvider.System.GetUtcNow();
        (await Directory.AddAsync(new Partner { Id = id, NameEn = "Partner " + id, NameJa = "相手 " + id, State = state, SecretHash = _hash, SecretAt = now, CreatedAt = now, CreatedBy = "test" }, Actor.System, default)).ShouldBeTrue();
    }

    /// <summary>A collection for Japan and the Philippines.</summary>
    public async Task<ExchangeCollection> CollectionAsync(string id, params Grant[] grants)
    {
        var collection = new ExchangeCollection { Id = id, TitleEn = "Collection " + id, TitleJa = "コレクション", Ceiling = Tlp.Amber, Unmarked = Tlp.Green, States = ["JP", "PH"], Grants = grants };
        (await Directory.SaveAsync(collection, TimeProvider.System.GetUtcNow(), Actor.System, "test", default)).ShouldBeTrue();
        return (await Directory.BookAsync(default)).Collection(id)!;
    }

    public static Grant Both(string holder) => new(holder, true, true, Purpose.Defence);

    /// <summary>A machine of a partner by Basic.</summary>
    public HttpClient Machine(string? partner, string secret = Secret)
    {
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(10) }) { BaseAddress = Node.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Media);
        if (partner is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{partner}:{secret}")));
        return client;
    }

    public static StringContent Envelope(params string[] objects)
    {
        var content = new StringContent("{\"objects\":[" + string.Join(",", objects) + "]}", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Media);
        return content;
    }

    public static string Indicator(Guid id, string modified = "2026-01-01T00:00:00.000Z", string marking = "", string name = "n") =>
        $$"""{"type":"indicator","spec_version":"2.1","id":"indicator--{{id:D}}","created":"2025-12-01T00:00:00.000Z","modified":"{{modified}}","name":"{{name}}","pattern":"[url:value = 'http://example.com/{{name}}']","pattern_type":"stix","valid_from":"2025-12-01T00:00:00Z"{{(marking.Length == 0 ? "" : $",\"object_marking_refs\":[\"{marking}\"]")}}}""";

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public async ValueTask DisposeAsync() => await Node.DisposeAsync();
}
