using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Federation;
using Noroshi.Node;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation;

/// <summary>A whole node of some state that listens for peers on a free loopback port; its folder outlives a restart.</summary>
internal sealed class PairedNode : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _state;
    private readonly bool _exercise;
    private readonly string _room;
    private readonly IMessageReceiver? _receiver;
    private readonly TimeProvider? _clock;
    private readonly string? _database;
    private WebApplication? _app;
    private string _listen = "127.0.0.1:0";

    private PairedNode(string state, bool exercise, string room, IMessageReceiver? receiver, TimeProvider? clock, string? database) =>
        (_state, _exercise, _room, _receiver, _clock, _database) = (state, exercise, room, receiver, clock, database);

    public IServiceProvider Services => _app!.Services;

    public RecordStore Records => Services.GetRequiredService<RecordStore>();

    public PeerDesk Desk => Services.GetRequiredService<PeerDesk>();

    public PeerPost Post => Services.GetRequiredService<PeerPost>();

    public PeerRecords Peers => Services.GetRequiredService<PeerRecords>();

    /// <summary>Its id, also while it is stopped.</summary>
    public string NodeId { get; private set; } = "";

    public Fingerprint Fingerprint => Services.GetRequiredService<OwnDocument>().Fingerprint;

    public string Url => Services.GetRequiredService<PeerAddress>().Announced!;

    public string Data => _folder.File("data");

    public static async Task<PairedNode> StartAsync(string state, IMessageReceiver? receiver = null, bool exercise = true, string room = "federation", TimeProvider? clock = null, string? database = null)
    {
        var node = new PairedNode(state, exercise, room, receiver, clock, database);
        await node.StartAsync();
        return node;
    }

    public async Task StartAsync(bool newAddress = false)
    {
        if (newAddress) _listen = "127.0.0.1:0";
        Directory.CreateDirectory(Data);
        _app = await NodeHost.BuildAsync(
            new ServeOptions
            {
                Node = new NodeOptions { DataDirectory = Data, ReferenceData = ReferenceFolderOfTheTree.Path, State = _state, Exercise = _exercise, RequireSecondFactor = false, PeerListen = _listen, Only = [_room], Database = _database },
                Urls = "http://127.0.0.1:0",
            },
            default,
            services =>
            {
                if (_receiver is not null) services.AddSingleton(_receiver);
                if (_clock is not null) services.AddSingleton(_clock);
            });
        await _app.StartAsync();
        _listen = new Uri(Url).Authority;
        NodeId = Services.GetRequiredService<OwnDocument>().NodeId;
    }

    public async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Copies the records as they are now; the node must be stopped.</summary>
    public void Keep(string name) => File.Copy(Path.Combine(Data, "records.db"), _folder.File(name), overwrite: true);

    /// <summary>Puts a copy back; the node must be stopped.</summary>
    public void PutBack(string name)
    {
        foreach (var file in Directory.GetFiles(Data, "records.db*")) File.Delete(file);
        File.Copy(_folder.File(name), Path.Combine(Data, "records.db"));
    }

    /// <summary>Peers the two by fingerprints, and waits until messages may flow both ways.</summary>
    public async Task PeerWithAsync(PairedNode other)
    {
        await Desk.AddAsync(other.Url, Actor.System, default);
        await UntilAsync(async () => await other.Peers.FindAsync(NodeId, default) is not null);
        await Desk.ConfirmAsync(other.Fingerprint.Japanese, null, Actor.System, default);
        await other.Desk.ConfirmAsync(Fingerprint.English, NodeId, Actor.System, default);
        await UntilAsync(async () => await Peers.FindAsync(other.NodeId, default) is { IsActive: true } && await other.Peers.FindAsync(NodeId, default) is { IsActive: true });
    }

    /// <summary>Posts a message of the type that tests use.</summary>
    public Task<string> SendAsync(PairedNode to, string text, string conversation = "c-1", string type = "hotline.message") => Records.TransactAsync(
        transaction => Post.SendAsync(transaction, new OutgoingMessage(to.NodeId, type, conversation, JsonSerializer.SerializeToElement(new { text })), default), default);

    public async Task<Delivery> SettledAsync(string message)
    {
        Delivery? found = null;
        await UntilAsync(async () => (found = (await Post.DeliveriesAsync([message], default)).GetValueOrDefault(message)) is { State: not DeliveryState.Queued });
        return found!;
    }

    public Task<IReadOnlyList<string>> ActsAsync() => Records.QueryAsync<string>("SELECT act FROM audit_event ORDER BY sequence", null, default);

    /// <summary>Waits until it holds; the test run's own limit ends a wait that never does.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }
}
