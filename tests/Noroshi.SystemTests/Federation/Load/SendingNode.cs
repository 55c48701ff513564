using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Node;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Federation;

/// <summary>A whole node within this process that speaks to one hub; ten of them as processes would be more than a small machine carries.</summary>
internal sealed class SendingNode : IAsyncDisposable
{
    private static readonly BothLanguages Someone = new("演習", "EXERCISE");
    private readonly TempFolder _folder = new();
    private readonly string _state;
    private WebApplication? _app;

    private SendingNode(string state) => _state = state;

    internal NodeRecords Records => new(Data);

    private string Data => _folder.Below("d");

    private T Of<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>Starts one and peers it with the hub.</summary>
    internal static async Task<SendingNode> StartAsync(string state, PeerNode hub, string hubFingerprint)
    {
        var node = new SendingNode(state);
        Directory.CreateDirectory(node.Data);
        node._app = await NodeHost.BuildAsync(
            new ServeOptions
            {
                Node = new NodeOptions { DataDirectory = node.Data, ReferenceData = ReferenceFolder.Find(), State = state, Exercise = true, PeerListen = "127.0.0.1:0", Only = ["contacts"] },
                Urls = "http://127.0.0.1:0",
            },
            default);
        await node._app.StartAsync();
        var desk = node.Of<PeerDesk>();
        await desk.AddAsync(hub.Direct, Actor.System, default);
        await NodePair.UntilAsync(async () => (await hub.AskAsync("peer.list", new { })).EnumerateArray().Any(peer => peer.GetProperty("state").GetString() == state));
        await desk.ConfirmAsync(hubFingerprint, null, Actor.System, default);
        await hub.AskAsync("peer.confirm", new { fingerprint = node.Of<OwnDocument>().Fingerprint.English });
        await NodePair.UntilAsync(async () => (await node.PeerAsync()).IsActive);
        return node;
    }

    /// <summary>Says something every so often in several conversations, until it is over.</summary>
    /// <returns>How many were said.</returns>
    internal async Task<int> SpeakAsync(TimeSpan every, TimeSpan total, int conversations)
    {
        var (clock, peer, said) = (TimeProvider.System, (await PeerAsync()).NodeId, 0);
        var open = new string?[conversations];
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < total)
        {
            var draft = new Draft(peer, open[said % conversations], MessageClass.Status, Precedence.Routine, Tlp.Green, "EXERCISE", new BothLanguages("", FormattableString.Invariant($"{_state} {said}")), false, []);
            open[said % conversations] = (await Of<SayOnHotline>().SayAsync(new Speaker("exercise", null, Someone, Someone), draft, default)).Conversation;
            said++;
            // Kept to the plan, not to the last message: a slow machine shows as waiting, not as fewer messages.
            if ((every * said) - clock.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, clock, TestContext.Current.CancellationToken);
        }

        return said;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task<Peer> PeerAsync() => (await Of<PeerRecords>().ListAsync(default))[0];
}
