using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using Noroshi.Federation;
using Noroshi.Storage;

namespace Noroshi.SystemTests.Federation;

/// <summary>Speaks to a node with the keys of another, taken from its folder: what a peer does that does not keep to the protocol.</summary>
internal sealed class StolenLine : IDisposable
{
    private readonly NodeKeys _keys;
    private readonly HttpClient _line;

    internal StolenLine(PeerNode from, PeerNode to, SslProtocols protocols = SslProtocols.None)
    {
        _keys = new NodeKeys(new NodeOptions { DataDirectory = from.Data, ReferenceData = "" }, TimeProvider.System);
        _line = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = protocols,
                LocalCertificateSelectionCallback = (_, _, _, _, _) => _keys.Certificate,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
            },
        })
        { BaseAddress = new Uri(to.Direct) };
    }

    internal static string Packet(string proof, Jwk sealing) => JsonSerializer.Serialize(new MessagePacket(Jwe.Seal(proof, sealing)));

    internal async Task<(HttpStatusCode Status, string Answer)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _line.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _line.Dispose();
        _keys.Dispose();
    }
}
