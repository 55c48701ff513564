using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Speaks with a MISP server: one request at a time, tried again with growing waits, answers bounded in size.</summary>
/// <remarks>The key goes to this server only: redirects are not followed, and without TLS only to this machine.</remarks>
/// <param name="http">With a handler that follows no redirects.</param>
/// <param name="server">The address of the server.</param>
/// <param name="key">The key of its user.</param>
/// <param name="clock">For the waits.</param>
/// <param name="limits">Sizes and waits.</param>
internal sealed class MispClient(HttpClient http, Uri server, string key, TimeProvider clock, MispClientLimits limits)
{
    /// <summary>A handler that does not carry the key elsewhere.</summary>
    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(30), PooledConnectionLifetime = TimeSpan.FromMinutes(10) };

    /// <summary>Sizes and waits.</summary>
    public MispClientLimits Limits => limits;

    /// <summary>Posts JSON.</summary>
    /// <param name="path">For example <c>events/restSearch</c>.</param>
    /// <param name="body">What is asked.</param>
    /// <param name="cancel">Stops also while it waits.</param>
    /// <returns>The status and the answer; what the server refuses is an answer too.</returns>
    /// <exception cref="MispServerException">It could not be reached, does not take the key, or answered what cannot be read.</exception>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, JsonNode body, CancellationToken cancel)
    {
        if (server.Scheme != Uri.UriSchemeHttps && !(server.Scheme == Uri.UriSchemeHttp && server.IsLoopback)) throw new MispServerException($"{server} is not reached by TLS, so the key would travel in the open. Give an address that begins with https.");
        var wait = limits.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, problem, asked) = await OnceAsync(path, body, cancel);
            if (answer is { } done) return done;
            if (attempt == limits.Attempts) throw new MispServerException($"{server}{path} did not answer in {limits.Attempts} attempts: {problem}. Try again later; what was taken so far is kept.");
            var next = asked is { } told && told > wait ? told : wait;
            await Task.Delay(next > limits.LongestWait ? limits.LongestWait : next, clock, cancel);
            wait = wait * 2 > limits.LongestWait ? limits.LongestWait : wait * 2;
        }
    }

    // Null where it is worth another attempt, with what went wrong and how long the server asks to wait.
    private async Task<((HttpStatusCode, JsonElement)? Answer, string Problem, TimeSpan? Wait)> OnceAsync(string path, JsonNode body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", key);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            switch (response.StatusCode)
            {
                case HttpStatusCode.Unauthorized:
                    throw new MispServerException($"{server} does not take the key. Make a new one there, of a user who may use the API.");
                case HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout:
                    return (null, string.Create(CultureInfo.InvariantCulture, $"it says {(int)response.StatusCode}"), Asked(response));
                case >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest:
                    throw new MispServerException($"{server} points to {response.Headers.Location}. The key is not carried there; give that address if it is the server.");
            }

            return ((response.StatusCode, await ReadAsync(response, path, cancel)), "", null);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, problem.Message, null);
        }
    }

    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date is { } date ? date - clock.GetUtcNow() : null) : null;

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, string path, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, cancel) is var read && read > 0)
        {
            if (bytes.Length + read > limits.AnswerBytes) throw new MispServerException($"The answer to {path} is larger than {limits.AnswerBytes:N0} bytes. Ask for less at once.");
            bytes.Write(buffer, 0, read);
        }

        try
        {
            if (bytes.Length == 0) return default;
            MispScan.Check(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), MispLimits.Usual);
            return JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (MispFormatException problem)
        {
            throw new MispServerException($"{server}{path} answered {(int)response.StatusCode} and no JSON ({problem.Message}). Is this the address of a MISP server?", problem);
        }
    }
}
