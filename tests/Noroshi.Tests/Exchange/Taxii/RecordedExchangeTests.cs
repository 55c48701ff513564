using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Store;
using Noroshi.Tests.Stix.Packs;

namespace Noroshi.Tests.Exchange.Taxii;

/// <summary>HTTP exchanges of another TAXII 2.1 server, asked of ours. Where the answers differ, <c>docs/en/reference/taxii.md</c> says why by the specification.</summary>
public class RecordedExchangeTests
{
    private const string Root = "/trustgroup1/";

    // Test and why; each stands in the table of docs/en/reference/taxii.md.
    private static readonly Dictionary<string, string> Differing = new()
    {
        ["test_get_api_root_information 0"] = "own title and limits",
        ["test_get_object_manifest_403 0"] = "who may do nothing learns nothing: 404",
        ["test_get_object_403 0"] = "who may do nothing learns nothing: 404",
    };

    [Fact]
    public async Task RecordedExchanges_WhenAskedOfUs_AreAnsweredAlikeOrArguedAbout()
    {
        var exchanges = Pack.Lines("taxii21_http_medallion.jsonl.gz");
        List<string> wrong = [];
        await using var node = await ExchangeNode.StartAsync();
        await node.PartnerAsync("admin");
        using var client = node.Machine("admin");
        foreach (var test in exchanges.GroupBy(line => line.GetProperty("test").GetString()))
        {
            await SeedAsync(node, client);
            Dictionary<string, string> tokens = [];
            (string Request, HttpResponseMessage Answer, JsonElement Said)? before = null;
            foreach (var line in test)
            {
                var key = line.GetProperty("method").GetString() + line.GetProperty("path").GetString() + line.GetProperty("request_body").GetRawText();
                // The recorder stood at two places of the client: one request is written twice.
                if (before is { } same && same.Request == key && same.Said.GetRawText() == line.GetProperty("response_body").GetRawText()) continue;
                using var request = RequestOf(line, tokens);
                var answer = await client.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();
                before = (key, answer, line.GetProperty("response_body"));
                var difference = Difference(line, answer, body, tokens);
                var name = Pack.NameOf(line);
                if (Differing.ContainsKey(name))
                {
                    if (difference is null) wrong.Add($"{name} is argued about, but agrees");
                }
                else if (difference is not null)
                {
                    wrong.Add($"{name} {request.Method} {request.RequestUri}: {difference}\n  theirs {line.GetProperty("response_body").GetRawText()}\n  ours {(int)answer.StatusCode} {body}");
                }
            }
        }

        exchanges.Count.ShouldBe(85);
        wrong.ShouldBeEmpty();
    }

    private static HttpRequestMessage RequestOf(JsonElement line, Dictionary<string, string> tokens)
    {
        var path = line.GetProperty("path").GetString()!;
        // The moment after an addition of theirs is a moment before ours.
        var at = path.IndexOf("added_after=2026-11-22", StringComparison.Ordinal);
        if (at >= 0) path = path[..at] + "added_after=" + Moments.Text(Moments.Of(TimeProvider.System.GetUtcNow()));
        foreach (var (theirs, ours) in tokens) path = path.Replace(theirs, ours, StringComparison.Ordinal);
        path = path.StartsWith(Root, StringComparison.Ordinal) ? "/taxii2/main/" + path[Root.Length..] : "/taxii2" + path;
        var request = new HttpRequestMessage(new HttpMethod(line.GetProperty("method").GetString()!), path);
        if (!line.GetProperty("request_headers").TryGetProperty("Authorization", out _)) request.Headers.TryAddWithoutValidation("Authorization", "");
        if (line.GetProperty("request_body") is { ValueKind: JsonValueKind.Object } body)
        {
            request.Content = new StringContent(body.GetRawText(), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ExchangeNode.Media);
        }

        return request;
    }

    private static string? Difference(JsonElement line, HttpResponseMessage answer, string body, Dictionary<string, string> tokens)
    {
        var status = line.GetProperty("status").GetInt32();
        if ((int)answer.StatusCode != status) return $"status {(int)answer.StatusCode} instead of {status}";
        if (answer.Content.Headers.ContentType?.ToString().Replace(" ", "", StringComparison.Ordinal) != ExchangeNode.Media) return $"media type {answer.Content.Headers.ContentType}";
        foreach (var header in new[] { "X-TAXII-Date-Added-First", "X-TAXII-Date-Added-Last" })
        {
            var has = answer.Headers.TryGetValues(header, out var ours);
            if (has != line.GetProperty("response_headers").TryGetProperty(header, out var theirs)) return header;
            // What was added while recording has another time here.
            if (has && !theirs.GetString()!.StartsWith("2026-11-22", StringComparison.Ordinal) && ours!.Single()[..23] != theirs.GetString()![..23]) return $"{header} {ours!.Single()} instead of {theirs}";
        }

        if (status == 401) return answer.Headers.WwwAuthenticate.Any(way => way.Scheme == "Basic") ? null : "WWW-Authenticate";
        var said = line.GetProperty("response_body");
        if (said.ValueKind != JsonValueKind.Object) return body.Length == 0 || status >= 400 ? null : "a body";
        var ours2 = JsonDocument.Parse(body).RootElement;
        if (status >= 400) return ours2.GetProperty("http_status").GetString() == said.GetProperty("http_status").GetString() && ours2.GetProperty("title").GetString()!.Length > 0 ? null : "error message";
        if (said.TryGetProperty("request_timestamp", out _)) tokens[said.GetProperty("id").GetString()!] = ours2.GetProperty("id").GetString()!;
        if (said.TryGetProperty("next", out var next))
        {
            if (!ours2.TryGetProperty("next", out var our)) return "no next";
            tokens[next.GetString()!] = our.GetString()!;
        }

        return Keys(said).FirstOrDefault(part => !part.Value.SequenceEqual(Keys(ours2).GetValueOrDefault(part.Key) ?? [])) is { Key: not null } differing
            ? $"{differing.Key}: {string.Join(" ", Keys(ours2).GetValueOrDefault(differing.Key) ?? [])} instead of {string.Join(" ", differing.Value)}"
            : Keys(ours2).Count == Keys(said).Count ? null : "more than was said";
    }

    // What must be alike: counts, order of objects, their bytes as JSON; not ids of requests and times of recording.
    private static Dictionary<string, IReadOnlyList<string>> Keys(JsonElement body)
    {
        Dictionary<string, IReadOnlyList<string>> keys = [];
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case "id" or "request_timestamp" or "next": break;
                // All five came in one envelope; the specification says nothing of the order among what was added at once.
                case "versions": keys[member.Name] = [.. member.Value.EnumerateArray().Select(version => version.GetString()!).Order(StringComparer.Ordinal)]; break;
                case "objects": keys[member.Name] = [.. member.Value.EnumerateArray().Select(Canonical)]; break;
                case "successes" or "failures": keys[member.Name] = [.. member.Value.EnumerateArray().Select(note => note.GetProperty("id").GetString() + (note.GetProperty("id").GetString()!.StartsWith("artifact", StringComparison.Ordinal) ? "" : note.GetProperty("version").GetString()))]; break;
                default: keys[member.Name] = [member.Value.GetRawText()]; break;
            }
        }

        return keys;
    }

    private static string Canonical(JsonElement item) => string.Join(",", item.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => member.Name + "=" + (member.Name == "date_added" ? (member.Value.GetString()!.StartsWith("2026-11", StringComparison.Ordinal) ? "now" : member.Value.GetString()![..23]) : JsonSerializer.Serialize(member.Value))));

    // Each of their tests began with the same content.
    private static async Task SeedAsync(ExchangeNode node, HttpClient client)
    {
        foreach (var table in new[] { "member", "object", "label", "reference", "arrival", "variant", "removal", "batch" }) await node.Node.Records.ExecuteAsync("DELETE FROM exchange_" + table, null, default);
        using var seed = JsonDocument.Parse(Pack.Plain("taxii21_http_medallion.seed.json"));
        foreach (var collection in seed.RootElement.GetProperty("trustgroup1").GetProperty("collections").EnumerateArray())
        {
            var id = collection.GetProperty("id").GetString()!;
            var grant = ExchangeNode.Both(Grant.Partner("admin")) with { CanRead = collection.GetProperty("can_read").GetBoolean(), CanWrite = collection.GetProperty("can_write").GetBoolean() };
            if ((await node.Directory.BookAsync(default)).Any(id) is null) await node.CollectionAsync(id, grant);
            var objects = collection.GetProperty("objects").EnumerateArray().Select(item => item.GetRawText()).ToArray();
            if (objects.Length > 0)
            {
                using var envelope = ExchangeNode.Envelope(objects);
                (await ExchangeNode.JsonAsync(await client.PostAsync($"/taxii2/main/collections/{id}/objects/", envelope))).GetProperty("failure_count").GetInt32().ShouldBe(0);
                // The times of addition that the other server began with; two of them are the same, and ours are given once.
                HashSet<long> used = [];
                foreach (var entry in collection.GetProperty("manifest").EnumerateArray())
                {
                    var added = Moments.Of(DateTimeOffset.Parse(entry.GetProperty("date_added").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
                    while (!used.Add(added)) added++;
                    (await node.Node.Records.ExecuteAsync("UPDATE exchange_member SET added = @added WHERE id = @id AND version = @version", new { added, id = entry.GetProperty("id").GetString(), version = ObjectHead.KeyOf(entry.GetProperty("version").GetString()!) }, default)).ShouldBe(1);
                }
            }
        }
    }
}
