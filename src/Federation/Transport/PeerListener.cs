using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>
/// Listens for peers on an address of its own, apart from the pages: TLS 1.2 or newer with certificates on both sides. Which certificates are
/// right is asked of the peers' pins behind it, not of authorities.
/// </summary>
internal sealed class PeerListener(NodeOptions options, NodeKeys keys, PeerDoor door, PeerAddress address, OutboxBell bell, ILoggerFactory logs) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.PeerListen is not { Length: > 0 } listen) return;
        var at = Read(listen);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Noroshi.Federation", EnvironmentName = Environments.Production });
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PeerDoor.LargestMessage + 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 8 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 40;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MaxConcurrentConnections = 500;
            kestrel.Listen(at, endpoint => endpoint.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => keys.Certificate,
                SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                ClientCertificateMode = ClientCertificateMode.RequireCertificate,
                ClientCertificateValidation = (_, _, _) => true,
                HandshakeTimeout = TimeSpan.FromSeconds(10),
            }));
        }).UseKestrelHttpsConfiguration();
        _app = builder.Build();
        _app.Run(door.AnswerAsync);
        try
        {
            await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new RefusalException($"Cannot listen for peers on {listen}: the address is already in use. Stop what listens there, or choose another with --peer-listen.", inner: error);
        }

        var bound = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        address.Listens(bound);
        bell.Ring();
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static IPEndPoint Read(string listen) => IPEndPoint.TryParse(listen, out var parsed) && listen.Contains(':', StringComparison.Ordinal)
        ? parsed
        : throw new RefusalException($"'{listen}' is not an address and port to listen for peers on, for example 0.0.0.0:5443 or [::]:5443.", RefusalException.Input);
}
