using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>Asks a TAXII 2.1 server of others. Tries again with growing pauses where that may help; takes no more of an answer than a page may have.</summary>
/// <param name="http">Makes connections: no redirects, so that the secret goes nowhere else.</param>
/// <param name="clock">Now, and pauses.</param>
internal sealed class TaxiiClient(IHttpClientFactory http, TimeProvider clock)
{
    /// <summary>Name of the client at the factory.</summary>
    public const string Name = "taxii";

    private const int LargestAnswer = 64 << 20;
    private const int Tries = 5;
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);

    /// <summary>The API root of an address, which may be that of discovery, with the size of requests that it takes.</summary>
    public async Task<(Uri Root, int LargestBody)> RootAsync(TaxiiAddress address, string token, CancellationToken cancel)
    {
        using var said = await JsonAsync(HttpMethod.Get, address.Root, token, null, cancel).ConfigureAwait(false);
        if (said.RootElement.TryGetProperty("versions", out _)) return (address.Root, Largest(said.RootElement));
        var root = Text(said.RootElement, "default") ?? (said.RootElement.TryGetProperty("api_roots", out var roots) && roots.ValueKind == JsonValueKind.Array && roots.GetArrayLength() > 0 ? roots[0].GetString() : null);
        // The default may be another host; the secret was given for this one.
        if (root is null || !Uri.TryCreate(address.Root, root, out var found) || found.GetLeftPart(UriPartial.Authority) != address.Root.GetLeftPart(UriPartial.Authority))
            throw new RemoteException($"{address.Root} answers neither as an API root nor as a discovery that names one on the same server. Give the address of the API root.", 200);
        using var there = await JsonAsync(HttpMethod.Get, found, token, null, cancel).ConfigureAwait(false);
        return (found, Largest(there.RootElement));
    }

    /// <summary>The title of a collection.</summary>
    public async Task<string> TitleAsync(Uri root, string collection, string token, CancellationToken cancel)
    {
        using var said = await JsonAsync(HttpMethod.Get, new Uri(root, $"collections/{collection}/"), token, null, cancel).ConfigureAwait(false);
        return Text(said.RootElement, "title") ?? collection;
    }

    /// <summary>One page of all versions of all objects.</summary>
    public async Task<RemotePage> PageAsync(Uri root, string collection, string token, string? addedAfter, string? next, int limit, CancellationToken cancel)
    {
        var query = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"collections/{collection}/objects/?limit={limit}&match[version]=all"));
        if (addedAfter is not null) query.Append("&added_after=").Append(Uri.EscapeDataString(addedAfter));
        if (next is not null) query.Append("&next=").Append(Uri.EscapeDataString(next));
        var (body, headers) = await SendAsync(HttpMethod.Get, new Uri(root, query.ToString()), token, null, cancel).ConfigureAwait(false);
        using var said = Parse(body, root);
        var objects = said.RootElement.TryGetProperty("objects", out _) ? EnvelopeReader.Read(body, out var problem) ?? throw new RemoteException($"{root} answered no envelope: {problem}", 200) : [];
        var more = said.RootElement.TryGetProperty("more", out var flag) && flag.ValueKind == JsonValueKind.True;
        var following = more ? Text(said.RootElement, "next") : null;
        if (more && following is null) throw new RemoteException($"{root} says that there is more, but not where ('next' is missing), so that the rest cannot be asked for.", 200);
        return new RemotePage(objects, following, headers.TryGetValues("X-TAXII-Date-Added-Last", out var last) ? last.First() : null);
    }

    /// <summary>Adds objects; returns how many were taken and refused once that is settled.</summary>
    public async Task<(int Taken, int Refused)> AddAsync(Uri root, string collection, string token, byte[] envelope, CancellationToken cancel)
    {
        using var first = await JsonAsync(HttpMethod.Post, new Uri(root, $"collections/{collection}/objects/"), token, envelope, cancel).ConfigureAwait(false);
        var (said, pause) = (first.RootElement.Clone(), TimeSpan.FromMilliseconds(200));
        while (Text(said, "status") == "pending" && Text(said, "id") is { } id)
        {
            await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
            pause = pause * 2 > _longestPause ? _longestPause : pause * 2;
            using var again = await JsonAsync(HttpMethod.Get, new Uri(root, $"status/{Uri.EscapeDataString(id)}/"), token, null, cancel).ConfigureAwait(false);
            said = again.RootElement.Clone();
        }

        return (Count(said, "success_count"), Count(said, "failure_count"));
    }

    private async Task<JsonDocument> JsonAsync(HttpMethod method, Uri address, string token, byte[]? body, CancellationToken cancel) => Parse((await SendAsync(method, address, token, body, cancel).ConfigureAwait(false)).Body, address);

    private async Task<(byte[] Body, HttpResponseHeaders Headers)> SendAsync(HttpMethod method, Uri address, string token, byte[]? body, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? wait;
            try
            {
                using var request = RequestOf(method, address, token, body);
                using var client = http.CreateClient(Name);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode) return (await ReadAsync(answer, address, cancel).ConfigureAwait(false), answer.Headers);
                wait = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.InternalServerError
                    ? answer.Headers.RetryAfter?.Delta ?? Pause(attempt)
                    : null;
                if (wait is null || attempt >= Tries) throw new RemoteException(await ExplainAsync(answer, address, cancel).ConfigureAwait(false), (int)answer.StatusCode);
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                if (attempt >= Tries) throw new RemoteException($"{address.GetLeftPart(UriPartial.Authority)} cannot be reached: {failed.Message} Check address, line and certificate.", 0, failed);
                wait = Pause(attempt);
            }

            await Task.Delay(wait > _longestPause ? _longestPause : wait!.Value, clock, cancel).ConfigureAwait(false);
        }
    }

    private static HttpRequestMessage RequestOf(HttpMethod method, Uri address, string token, byte[]? body)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept", TaxiiMedia.Taxii);
        // A name and a secret with a colon between them are Basic; tokens have none.
        request.Headers.Authorization = token.Contains(':', StringComparison.Ordinal) ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token))) : new AuthenticationHeaderValue("Bearer", token);
        if (body is null) return request;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(TaxiiMedia.Taxii);
        return request;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, Uri address, CancellationToken cancel)
    {
        if (answer.Content.Headers.ContentLength > LargestAnswer) throw TooLarge(address);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, cancel).ConfigureAwait(false) is var read and > 0)
        {
            if (body.Length + read > LargestAnswer) throw TooLarge(address);
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async Task<string> ExplainAsync(HttpResponseMessage answer, Uri address, CancellationToken cancel)
    {
        var said = "";
        try
        {
            using var message = JsonDocument.Parse(await ReadAsync(answer, address, cancel).ConfigureAwait(false));
            said = $": {Text(message.RootElement, "title")}. {Text(message.RootElement, "description")}";
        }
        catch (Exception none) when (none is JsonException or IOException or RemoteException)
        {
            // It says nothing that could be shown.
        }

        var remedy = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => " Check the token.",
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => " Check the collection and what its keeper granted.",
            _ => "",
        };
        return $"{address.GetLeftPart(UriPartial.Path)} answered {(int)answer.StatusCode}{(said.Length > 400 ? said[..400] : said)}{remedy}";
    }

    private static RemoteException TooLarge(Uri address) => new($"{address.GetLeftPart(UriPartial.Path)} answered more than {LargestAnswer >> 20} MiB at once.", 200) { IsTooLarge = true };

    private static JsonDocument Parse(byte[] body, Uri address)
    {
        try
        {
            var said = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return said.RootElement.ValueKind == JsonValueKind.Object ? said : throw new JsonException("an object is expected.");
        }
        catch (JsonException wrong)
        {
            throw new RemoteException($"{address.GetLeftPart(UriPartial.Path)} answered what is not TAXII: {wrong.Message}", 200, wrong);
        }
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));

    private static int Largest(JsonElement root) => root.TryGetProperty("max_content_length", out var value) && value.TryGetInt32(out var bytes) && bytes > 0 ? bytes : 1 << 20;

    private static int Count(JsonElement status, string name) => status.TryGetProperty(name, out var value) && value.TryGetInt32(out var count) ? count : 0;

    private static string? Text(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
