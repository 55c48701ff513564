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

    internal static NodeProcess Start(params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-browser-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(), // Not the program's own folder: assets must be found from anywhere.
        };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "Noroshi.Node.dll"), "serve", "--data", folder.FullName, "--urls", address.ToString(), .. more])
            start.ArgumentList.Add(word);
        var node = new NodeProcess(new Process { StartInfo = start }, folder, address);
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        return node;
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
