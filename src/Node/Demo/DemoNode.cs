using Noroshi.Federation;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary>A really started node whose every page is marked EXERCISE, with people to sign in as.</summary>
internal sealed class DemoNode : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NodeOptions options;

    private DemoNode(WebApplication app, NodeOptions options, IReadOnlyDictionary<string, string> passwords) =>
        (this.app, this.options, Passwords) = (app, options, passwords);

    /// <summary>Password of each person by their name.</summary>
    internal IReadOnlyDictionary<string, string> Passwords { get; }

    /// <summary>Where it listens.</summary>
    internal Uri Address => new(app.Urls.First(url => url.StartsWith("http://127.0.0.1", StringComparison.Ordinal)));

    /// <summary>Starts it on the loopback interface; port 0 takes a free one.</summary>
    internal static async Task<DemoNode> StartAsync(string folder, int port, string referenceData, CancellationToken cancel, string state = "JP")
    {
        var options = new NodeOptions
        {
            DataDirectory = folder,
            ReferenceData = referenceData,
            Exercise = true,
            State = state,
            PeerListen = "127.0.0.1:0",
            RequireSecondFactor = false,
        };
        var serve = new ServeOptions { Node = options, Urls = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") };
        var app = await NodeHost.BuildAsync(serve, cancel);
        try
        {
            var passwords = await DemoCast.EnsureAsync(app.Services, cancel);
            await ServeCommand.StartAsync(app, serve, cancel);
            return new DemoNode(app, options, passwords);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Services of the running node.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Where peers reach it.</summary>
    internal string PeerUrl => app.Services.GetRequiredService<PeerAddress>().Announced!;

    /// <summary>Lets every room put its part of the exercise on the node; again adds nothing.</summary>
    internal Task<ExerciseOutcome> StageAsync(Action<string> told, CancellationToken cancel) => StageAsync(_ => true, told, cancel);

    /// <summary>The same, for some of the rooms.</summary>
    internal async Task<ExerciseOutcome> StageAsync(Func<NoroshiModule, bool> which, Action<string> told, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "captures")).FullName;
        var stage = new ExerciseStage(app.Services, folder, told);
        var outcome = new ExerciseOutcome(0, 0, 0);
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().Where(which)) outcome += await module.StageExerciseAsync(stage, cancel);
        return outcome;
    }

    /// <summary>A token by which a machine of the CSIRT uploads captures, for a day.</summary>
    internal async Task<string> IssueUploadTokenAsync(CancellationToken cancel) => (await app.Services.GetRequiredService<ApiTokens>()
        .IssueAsync("EXERCISE upload", "csirt", [TokenScope.Import], TimeSpan.FromDays(1), Actor.System, cancel)).Text;

    /// <summary>Serves until told to stop.</summary>
    internal Task WaitAsync(CancellationToken cancel) => app.WaitForShutdownAsync(cancel);

    /// <summary>Stops as a node stops that is told to.</summary>
    internal Task StopAsync(CancellationToken cancel) => app.StopAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
