using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Noroshi.Node.Control;
using Noroshi.Storage;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Federation;

/// <summary>A node in a process of its own that peers reach through a relay; its folder and its addresses outlive the process.</summary>
internal sealed class PeerNode : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly int _port = FreePort();
    private NodeProcess? _process;

    private PeerNode(string state, string? data)
    {
        State = state;
        Data = data ?? _folder.Below("d");
        Relay = new Relay(_port);
        Records = new NodeRecords(Data);
    }

    internal string State { get; }

    internal string Data { get; }

    /// <summary>What stands before the node's listener for peers.</summary>
    internal Relay Relay { get; }

    /// <summary>The listener itself, past the relay.</summary>
    internal string Direct => FormattableString.Invariant($"https://127.0.0.1:{_port}");

    internal NodeRecords Records { get; }

    internal NodeProcess Process => _process ?? throw new InvalidOperationException($"{State} is not running.");

    internal bool IsRunning => _process is not null;

    /// <summary>The clock's error in seconds at the next start.</summary>
    internal int ClockOffset { get; set; }

    /// <param name="state">Two letters.</param>
    /// <param name="data">Where it keeps its things; null takes a folder that goes with it.</param>
    /// <param name="clockOffset">By how many seconds its clock is wrong.</param>
    internal static async Task<PeerNode> StartAsync(string state, string? data = null, int clockOffset = 0)
    {
        var node = new PeerNode(state, data) { ClockOffset = clockOffset };
        try
        {
            await node.StartAsync();
            await SetUpForm.SubmitAsync(node.Process);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again, to be killed at that point where one is named: <c>name:n</c>.</summary>
    internal async Task StartAsync(string? faultPoint = null)
    {
        var environment = new Dictionary<string, string> { ["NOROSHI_FAULT_POINT"] = faultPoint ?? "", ["NOROSHI_CLOCK_OFFSET"] = ClockOffset == 0 ? "" : FormattableString.Invariant($"{ClockOffset}") };
        _process = await NodeProcess.ServeAsync(Data, environment, "--exercise", "--only", "contacts", "--state", State, "--peer-listen", new Uri(Direct).Authority, "--peer-url", Relay.Url);
    }

    /// <summary>As a power cut would.</summary>
    internal async Task KillAsync()
    {
        await Process.KillAsync();
        await ForgetAsync();
    }

    internal async Task StopAsync()
    {
        (await Process.StopAsync()).ShouldBe(0, Process.Log);
        await ForgetAsync();
    }

    /// <summary>Waits until it dies at its fault point.</summary>
    internal async Task DeathAsync()
    {
        await Process.EndAsync();
        await ForgetAsync();
    }

    /// <summary>Runs a verb in the serving node, as the command line does.</summary>
    internal async Task<JsonElement> AskAsync(string verb, object request) => await ControlClient.AskAsync(
        new NodeOptions { DataDirectory = Data, ReferenceData = "" }, verb, JsonSerializer.SerializeToElement(request), TestContext.Current.CancellationToken)
        ?? throw new HttpRequestException($"{State} does not serve.");

    /// <summary>Runs <c>noroshi … --data FOLDER --json</c>.</summary>
    internal async Task<JsonElement> VerbAsync(params string[] words) => (await Verb.RunAsync([.. words, "--data", Data, "--json"])).Succeeded().Json;

    /// <summary>Takes a backup, as an operator does; the node may run.</summary>
    internal async Task KeepAsync() => (await Verb.RunAsync("backup", "--data", Data, "--out", _folder.Below("kept.tar.gz"))).Succeeded();

    /// <summary>Restores the backup in place of what is there; the node must not run.</summary>
    internal async Task PutBackAsync()
    {
        Directory.Delete(Data, recursive: true);
        (await Verb.RunAsync("restore", "--in", _folder.Below("kept.tar.gz"), "--data", Data)).Succeeded();
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await Relay.DisposeAsync();
        _folder.Dispose();
    }

    private async Task ForgetAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = null;
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
