using System.CommandLine;
using System.Net.Sockets;
using Noroshi.Federation;
using Noroshi.Node.Control;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Node.Cli;

/// <summary><c>noroshi serve</c>: the node, until it is told to stop.</summary>
internal static class ServeCommand
{
    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by ';'.",
            HelpName = "URLS",
            DefaultValueFactory = _ => ServeOptions.DefaultUrls,
        };
        var only = new Option<string?>("--only") { Description = "Modules to open, separated by commas; what they need is opened too.", HelpName = "MODULES" };
        var exercise = new Option<bool>("--exercise") { Description = "Mark every page: everything shown is an exercise." };
        var peerListen = new Option<string?>("--peer-listen")
        {
            Description = "Address and port on which peers are listened for, apart from the pages, for example 0.0.0.0:5443 (environment: NOROSHI_PEER_LISTEN).",
            HelpName = "ADDRESS:PORT",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_PEER_LISTEN"),
        };
        var peerUrl = new Option<string?>("--peer-url")
        {
            Description = "The https address by which peers reach this node, where it is another than --peer-listen (environment: NOROSHI_PEER_URL).",
            HelpName = "URL",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_PEER_URL"),
        };
        var verb = new Command("serve", "Run the node: web pages, API, import.") { urls, only, exercise, peerListen, peerUrl };
        folder.AddTo(verb);
        verb.SetAction((asked, cancel) => RunAsync(
            new ServeOptions
            {
                Node = folder.Read(asked, host) with
                {
                    Only = asked.GetValue(only)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                    Exercise = asked.GetValue(exercise),
                    PeerListen = asked.GetValue(peerListen) is { Length: > 0 } listen ? listen : null,
                    PeerUrl = asked.GetValue(peerUrl) is { Length: > 0 } url ? PeerAddress.Read(url) : null,
                },
                Urls = asked.GetRequiredValue(urls),
            },
            host,
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(ServeOptions options, CommandHost host, CancellationToken cancel)
    {
        await using var app = await NodeHost.BuildAsync(options, cancel);
        await StartAsync(app, options, cancel);
        var addresses = app.Urls.Where(url => !url.StartsWith("http://unix:", StringComparison.Ordinal)).ToList();
        await host.Out.WriteLineAsync($"Noroshi is ready: {string.Join(" ", addresses)}");
        if (app.Services.GetService<PeerAddress>()?.Bound is { } door)
            await host.Out.WriteLineAsync($"Peers reach this node at: {app.Services.GetRequiredService<PeerAddress>().Announced ?? $"{door} (say by which address with --peer-url)"}");
        if (await app.Services.GetRequiredService<SetUp>().PrepareAsync(cancel) is { } path)
            await host.Out.WriteLineAsync($"Nobody can sign in yet. Open this link once, within two hours, to make the first administrator: {addresses[0]}{path}");
        await host.Out.WriteLineAsync("Ready for requests; stop with Ctrl-C.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Begins to listen; an address in use is said in the operator's words.</summary>
    internal static async Task StartAsync(WebApplication app, ServeOptions options, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
            if (ControlSocket.Fits(options.Node.DataDirectory))
                ControlSocket.MakePrivate(options.Node.DataDirectory);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new RefusalException(
                $"Cannot listen on {options.Urls}: the address is already in use. Stop what listens there, or choose another with --urls.",
                inner: error);
        }
    }
}
