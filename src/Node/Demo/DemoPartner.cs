using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Noroshi.Node.Control;
using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary>The other state's node of the exercise: a process of its own, so that the two share nothing but the line between them.</summary>
internal sealed class DemoPartner : IAsyncDisposable
{
    /// <summary>The state that it plays.</summary>
    internal const string State = "PH";
    private const string Folder = "partner-ph";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process _process;
    private readonly NodeOptions _options;

    private DemoPartner(Process process, NodeOptions options, Uri address, string peerUrl, IReadOnlyDictionary<string, string> passwords) =>
        (_process, _options, Address, PeerUrl, Passwords) = (process, options, address, peerUrl, passwords);

    /// <summary>The program that is started: this one, unless a test runs it from elsewhere.</summary>
    internal static string Program { get; set; } = typeof(DemoPartner).Assembly.Location;

    /// <summary>Where its pages are.</summary>
    internal Uri Address { get; }

    /// <summary>Where peers reach it.</summary>
    internal string PeerUrl { get; }

    /// <summary>Password of each person by their name.</summary>
    internal IReadOnlyDictionary<string, string> Passwords { get; }

    /// <summary>Starts it below the exercise's folder; port 0 takes a free one.</summary>
    internal static async Task<DemoPartner> StartAsync(string folder, int port, string referenceData, CancellationToken cancel)
    {
        var options = new NodeOptions { DataDirectory = Path.Combine(folder, Folder), ReferenceData = referenceData, State = State, Exercise = true, RequireSecondFactor = false };
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])[Program, "demo", "--partner", "--json", "--data", options.DataDirectory, "--port", port.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(word);
        var process = Process.Start(start) ?? throw new RefusalException("The second node of the exercise could not be started.");
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var line = await process.StandardOutput.ReadLineAsync(cancel);
            if (line is null) throw new RefusalException($"The second node of the exercise (state {State}) did not start: {(await errors).Trim()}");
            // What it logs later is read and let go, so that its pipe never fills.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            var said = JsonSerializer.Deserialize<Ready>(line, Json)!;
            return new DemoPartner(process, options, new Uri(said.Url), said.PeerUrl, said.People.ToDictionary(person => person.Name, person => person.Password, StringComparer.Ordinal));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to run a verb, as its operator would.</summary>
    internal async Task<T> AskAsync<T>(string verb, object request, CancellationToken cancel) =>
        (await ControlClient.AskAsync(_options, verb, JsonSerializer.SerializeToElement(request, Json), cancel) ?? throw new RefusalException("The second node of the exercise is gone.")).Deserialize<T>(Json)!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // It ends when its input ends, as it does when this process dies.
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private sealed record Person(string Name, string Password);

    private sealed record Ready(string Url, string PeerUrl, IReadOnlyList<Person> People);
}
