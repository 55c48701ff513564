using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.Node.Control;

/// <summary>Knocks at the control socket of the node that serves a data folder.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpMessageInvoker _door;

    private ControlClient(string socket) => _door = new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancel) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
                return new NetworkStream(connection, ownsSocket: true);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        },
    });

    /// <summary>The client, or null when no node serves this folder.</summary>
    internal static async Task<ControlClient?> FindAsync(string dataDirectory, CancellationToken cancel)
    {
        if (!ControlSocket.Fits(dataDirectory) || !File.Exists(ControlSocket.PathIn(dataDirectory)))
            return null;
        try
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await probe.ConnectAsync(new UnixDomainSocketEndPoint(ControlSocket.PathIn(dataDirectory)), cancel);
            return new ControlClient(ControlSocket.PathIn(dataDirectory));
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new RefusalException($"A node serves {dataDirectory}, but only its own user may talk to it. Run this as that user.", inner: error);
        }
        catch (SocketException)
        {
            return null; // left behind by a process that was killed
        }
    }

    /// <summary>Copies a backup, taken by the node, into the stream.</summary>
    internal async Task BackupAsync(Stream archive, CancellationToken cancel)
    {
        using var answer = await _door.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("http://localhost" + ControlEndpoints.BackupPath)), cancel);
        if (!answer.IsSuccessStatusCode)
            throw new RefusalException($"The node could not take the backup: {await answer.Content.ReadAsStringAsync(cancel)}");
        try
        {
            await answer.Content.CopyToAsync(archive, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new RefusalException($"The node stopped in the middle of the backup: {error.Message} See its log.", inner: error);
        }
    }

    /// <summary>Runs a verb in the node; null when no node serves this folder.</summary>
    internal static async Task<JsonElement?> AskAsync(NodeOptions options, string verb, JsonElement request, CancellationToken cancel)
    {
        using var client = await FindAsync(options.DataDirectory, cancel);
        if (client is null)
            return null;
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("http://localhost" + ControlEndpoints.VerbPath + verb)) { Content = JsonContent.Create(request) };
        using var answer = await client._door.SendAsync(question, cancel);
        if (answer.StatusCode is HttpStatusCode.BadRequest && await answer.Content.ReadFromJsonAsync<ControlRefusal>(cancel) is { } refusal)
            throw new RefusalException(refusal.Message, refusal.ExitCode);
        if (!answer.IsSuccessStatusCode)
            throw new RefusalException($"The node that serves {options.DataDirectory} could not do that ({(int)answer.StatusCode}). See its log.");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
    }

    /// <summary>What the node says about its stores.</summary>
    internal async Task<IReadOnlyList<StoreCheck>> ChecksAsync(CancellationToken cancel)
    {
        using var answer = await _door.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri("http://localhost" + ControlEndpoints.ChecksPath)), cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<List<StoreCheck>>(cancel) ?? [];
    }

    public void Dispose() => _door.Dispose();
}
