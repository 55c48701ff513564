using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Noroshi.BrowserTests.House;

/// <summary>A real node in a process of its own, on a free loopback port and a fresh data folder.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _setUpLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(Process process, DirectoryInfo folder, Uri address)
    {
        (_process, _folder, Address) = (process, folder, address);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _setUpLink.TrySetException(new InvalidOperationException("The node ended: " + Said));
    }

    internal Uri Address { get; }

    /// <summary>Everything the node printed, for failure messages.</summary>
    internal string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    /// <summary>The one-time link that a node without people prints once it is ready.</summary>
    internal Task<string> SetUpLink => _setUpLink.Task;

    /// <summary>A node that has imported the invented captures of the exercise, and carries its banner.</summary>
    internal static async Task<NodeProcess> StartExerciseAsync()
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-browser-");
        var captures = Path.Combine(folder.FullName, "captures");
        await NodeProgram.RunAsync("observe", "exercise", "--out", captures);
        foreach (var (sensor, kind, files) in new[] { ("telescope", "telescope", "telescope-*"), ("ids", "ids", "eve-*"), ("border", "flow", "conn-*") })
            await NodeProgram.RunAsync([
                "observe", "import", .. Directory.GetFiles(captures, files), "--sensor", sensor, "--sensor-kind", kind, "--data", Data(folder),
                "--plan", Path.Combine(captures, "address-plan.csv"), "--overlay", Path.Combine(captures, "exercise-overlay.csv")]);
        await NodeProgram.RunAsync("votes", "import", InventedVotes.Write(folder.FullName), "--data", Data(folder));
        await NodeProgram.RunAsync([.. InventedChain.Study(folder.FullName), "--data", Data(folder)]);
        return Start(folder);
    }

    /// <summary>An empty node of a state that listens for peers, marked as an exercise.</summary>
    internal static NodeProcess StartForPeers(string state) => Start(Directory.CreateTempSubdirectory("noroshi-browser-"), "--state", state, "--peer-listen", "127.0.0.1:0");

    private static NodeProcess Start(DirectoryInfo folder, params string[] more)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var node = new NodeProcess(new Process { StartInfo = NodeProgram.Verb(["serve", "--exercise", "--data", Data(folder), "--urls", address.ToString(), .. more]) }, folder, address);
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        return node;
    }

    private static string Data(DirectoryInfo folder) => Path.Combine(folder.FullName, "data");

    /// <summary>Fails with the node's last words when it is gone.</summary>
    internal void MustLive()
    {
        if (_process.HasExited) throw new InvalidOperationException($"The node ended with {_process.ExitCode}: {Said[^Math.Min(Said.Length, 4000)..]}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        var link = line.IndexOf("http://127.0.0.1", StringComparison.Ordinal);
        if (link >= 0 && line.Contains("/set-up/", StringComparison.Ordinal)) _setUpLink.TrySetResult(line[link..].Trim());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
