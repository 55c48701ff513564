using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Noroshi.SystemTests.Running;

/// <summary>A node in its own process, on a free port of this machine alone.</summary>
internal sealed partial class NodeProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private NodeProcess(Process process) => _process = process;

    internal Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The one-time link, when the node printed one.</summary>
    internal string? SetUpLink { get; private set; }

    /// <summary>What it wrote to standard error.</summary>
    internal string Log => string.Join('\n', _log);

    internal HttpClient Client(bool follow = false) => new(new SocketsHttpHandler { AllowAutoRedirect = follow, UseProxy = false, UseCookies = true }) { BaseAddress = Address };

    internal static Task<NodeProcess> ServeAsync(string data, params string[] more) => ServeAsync(data, new Dictionary<string, string>(), more);

    internal static async Task<NodeProcess> ServeAsync(string data, IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        var process = new Verb.Start { Arguments = ["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. more], Environment = environment }.Launch();
        var node = new NodeProcess(process);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                node._log.Enqueue(line.Data);
        };
        process.BeginErrorReadLine();
        using var guard = new CancellationTokenSource(Verb.HangGuard);
        while (await process.StandardOutput.ReadLineAsync(guard.Token) is { } line)
        {
            if (line.StartsWith("Noroshi is ready: ", StringComparison.Ordinal))
                node.Address = new Uri(line["Noroshi is ready: ".Length..].Split(' ')[0]);
            if (line.Contains("/set-up/", StringComparison.Ordinal))
                node.SetUpLink = line[line.IndexOf("http", StringComparison.Ordinal)..];
            if (line.StartsWith("Ready for requests", StringComparison.Ordinal))
                return node;
        }
        await process.WaitForExitAsync(guard.Token);
        throw new InvalidOperationException($"The node ended with {process.ExitCode} instead of serving:\n{node.Log}");
    }

    /// <summary>Asks the node to stop and waits; returns its exit code.</summary>
    internal async Task<int> StopAsync()
    {
        SendTerminate();
        return await EndAsync();
    }

    internal void SendTerminate() => Kill(_process.Id, Terminate).ShouldBe(0);

    internal async Task<int> EndAsync()
    {
        using var guard = new CancellationTokenSource(Verb.HangGuard);
        await _process.WaitForExitAsync(guard.Token);
        return _process.ExitCode;
    }

    /// <summary>As a power cut would.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
