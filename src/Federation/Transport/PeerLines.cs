using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>Connections to other nodes: TLS 1.2 or newer, this node's certificate, and the other's pinned key instead of authorities.</summary>
internal sealed class PeerLines(NodeKeys keys) : IDisposable
{
    private const int LongestAnswer = 512 << 10;
    private readonly ConcurrentDictionary<string, HttpClient> _lines = new(StringComparer.Ordinal);

    /// <summary>The description that a node serves at an address, and the pin of the certificate it came with.</summary>
    /// <exception cref="PeerUnreachableException">Nothing that speaks the protocol answers there.</exception>
    internal async Task<(string Description, string Pin)> DescribeAsync(Uri address, CancellationToken cancel)
    {
        string? seen = null;
        using var line = Open(address, certificate =>
        {
            seen = NodeKeys.PinOf(certificate);
            return true;
        });
        var answer = await AskAsync<Introduction>(line, HttpMethod.Get, "/.well-known/noroshi", null, cancel).ConfigureAwait(false);
        if (answer.Body is not { Description: { } description } || seen is null) throw new PeerUnreachableException($"What answers at {address} is not a Noroshi node (HTTP {(int)answer.Status}).");
        return (description, seen);
    }

    /// <summary>Sends JSON to a peer and reads its JSON answer.</summary>
    /// <exception cref="PeerUnreachableException">It cannot be reached, is not who it should be, or does not speak the protocol.</exception>
    internal Task<(HttpStatusCode Status, T? Body)> SendAsync<T>(string url, IReadOnlyList<string> pins, string path, object body, CancellationToken cancel)
        where T : class
    {
        var line = _lines.GetOrAdd(url + " " + string.Join(' ', pins), _ => Open(new Uri(url), certificate => pins.Contains(NodeKeys.PinOf(certificate), StringComparer.Ordinal)));
        return AskAsync<T>(line, HttpMethod.Post, path, body, cancel);
    }

    /// <summary>Hangs up, so that the next connections show the certificate that is in use now.</summary>
    internal void Forget()
    {
        foreach (var name in _lines.Keys)
        {
            if (_lines.TryRemove(name, out var line)) line.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private HttpClient Open(Uri address, Func<X509Certificate2, bool> isRight) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            LocalCertificateSelectionCallback = (_, _, _, _, _) => keys.Certificate,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 given && isRight(given),
        },
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private static async Task<(HttpStatusCode Status, T? Body)> AskAsync<T>(HttpClient line, HttpMethod method, string path, object? body, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Version = line.DefaultRequestVersion, VersionPolicy = line.DefaultVersionPolicy };
            if (body is not null)
            {
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType()));
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            using var answer = await line.SendAsync(request, cancel).ConfigureAwait(false);
            var text = await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
            return (answer.StatusCode, text.Length == 0 ? null : JsonSerializer.Deserialize<T>(text));
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new PeerUnreachableException($"{line.BaseAddress} does not answer in time.", late);
        }
        catch (HttpRequestException failed) when (failed.InnerException is AuthenticationException)
        {
            throw new PeerUnreachableException($"What answers at {line.BaseAddress} does not show the certificate that was agreed, or no TLS 1.2.", failed);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or JsonException or CryptographicException or ObjectDisposedException)
        {
            throw new PeerUnreachableException($"{line.BaseAddress} cannot be reached: {(failed.InnerException ?? failed).Message}", failed);
        }
    }
}
