using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Noroshi.SystemTests.Doors;

/// <summary>Receives OTLP over HTTP on this machine and keeps what arrives.</summary>
internal sealed class ListeningCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    internal ListeningCollector()
    {
        // HttpListener cannot choose a free port itself.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ListenAsync();
    }

    internal Uri Address { get; }

    internal IReadOnlyList<string> Paths => [.. _received.Select(request => request.Path)];

    /// <summary>True when this text lies in what was sent to the path; protobuf keeps strings as they are.</summary>
    internal bool Holds(string path, string text) =>
        _received.Any(request => request.Path == path && request.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.StatusCode = 200;
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
