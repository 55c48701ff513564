using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts;
using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;
using NSubstitute;

namespace Noroshi.Tests.Contacts.Hotline.Talk;

/// <summary>The hotline of one state over its own records, and a line that hands messages to the other side by hand.</summary>
internal sealed class HotlineSide : IHotlineLine, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Queue<(string Id, OutgoingMessage Message, DateTimeOffset At)> _queue = new();
    private readonly Dictionary<string, long> _sequences = [];
    private readonly HashSet<string> _delivered = [];
    private readonly ServiceProvider _services;
    private readonly TestClock _clock;

    private HotlineSide(string state, string peerState, TestClock clock, string? database)
    {
        (State, PeerState, PeerId, _clock) = (state, peerState, "node-" + peerState, clock);
        var options = new NodeOptions { DataDirectory = _folder.File("data"), ReferenceData = "", State = state, Exercise = true, Database = database };
        Directory.CreateDirectory(options.DataDirectory);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(_ => RecordStore.For(options));
        services.AddSingleton(Substitute.For<IStateNames>());
        HotlineServices.Add(services);
        services.AddSingleton<IHotlineLine>(this);
        _services = services.BuildServiceProvider();
    }

    public string State { get; }

    public string PeerState { get; }

    /// <summary>Node id of the other side.</summary>
    public string PeerId { get; set; }

    /// <summary>Peers of the other side are active.</summary>
    public bool Active { get; set; } = true;

    public RecordStore Records => Of<RecordStore>();

    public Speaker Diplomat => new("u-diplomat", "ministry", new BothLanguages("外交担当", "Diplomatic service"), new BothLanguages($"{State}省", $"Ministry of {State}"));

    public static async Task<HotlineSide> OpenAsync(string state, string peerState, TestClock clock, string? database)
    {
        var side = new HotlineSide(state, peerState, clock, database);
        var dialect = side.Records.Dialect;
        await new Migrator(side.Records, clock).RunAsync([.. AccessServices.Migrations(dialect), MigrationSet.Read("contacts", typeof(ContactsModule).Assembly, dialect)], default);
        return side;
    }

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<SaidMessage> SayAsync(string text, MessageClass kind = MessageClass.Notification, Precedence precedence = Precedence.Immediate, string? conversation = null, params AttachedFile[] files) =>
        Of<SayOnHotline>().SayAsync(Diplomat, new Draft(PeerId, conversation, kind, precedence, Tlp.Amber, "件名 " + text, new BothLanguages("", text), false, files), default);

    public Task<IReadOnlyList<ReceiptKind>?> GiveAsync(string message, ReceiptKind kind) => Of<AnswerOnHotline>().GiveAsync(Diplomat, message, kind, default);

    public async Task<ConversationView> ViewAsync(string conversation) => (await Of<ReadHotline>().FindAsync(conversation, default)).ShouldNotBeNull();

    public Task<IReadOnlyList<string>> ActsAsync() => Records.QueryAsync<string>("SELECT act FROM audit_event ORDER BY sequence", null, default);

    /// <summary>Hands everything that waits to the other side, and on until nothing waits.</summary>
    public async Task CarryAsync(HotlineSide other)
    {
        while (_queue.Count + other._queue.Count > 0)
        {
            while (_queue.TryDequeue(out var sent)) await HandAsync(sent.Id, sent.Message, sent.At, other);
            while (other._queue.TryDequeue(out var sent)) await other.HandAsync(sent.Id, sent.Message, sent.At, this);
        }
    }

    /// <summary>Lets this side receive a message as the transport would.</summary>
    public async Task ReceiveAsync(ReceivedMessage message)
    {
        var receiver = Of<IMessageReceiver>();
        await Records.TransactAsync(transaction => receiver.ReceiveAsync(transaction, message, default), default);
        await receiver.AppliedAsync(message, default);
    }

    Task<string> IHotlineLine.SendAsync(RecordTransaction transaction, OutgoingMessage message, CancellationToken cancel)
    {
        if (!Active) throw new RefusalException("The peer is not active.", RefusalException.Input);
        var id = Guid.NewGuid().ToString("N");
        _queue.Enqueue((id, message, _clock.GetUtcNow()));
        return Task.FromResult(id);
    }

    Task<IReadOnlyDictionary<string, Delivery>> IHotlineLine.DeliveriesAsync(IReadOnlyCollection<string> messageIds, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<string, Delivery>>(
        messageIds.ToDictionary(id => id, id => new Delivery(id, _delivered.Contains(id) ? DeliveryState.Delivered : DeliveryState.Queued, _clock.GetUtcNow(), null, 1, null)));

    Task<IReadOnlyList<KnownPeer>> IHotlineLine.PeersAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<KnownPeer>>([new(PeerId, PeerState, "Node of " + PeerState, PeerState + "のノード", Active, null)]);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private async Task HandAsync(string id, OutgoingMessage message, DateTimeOffset at, HotlineSide other)
    {
        var sequence = _sequences[message.Conversation] = _sequences.GetValueOrDefault(message.Conversation) + 1;
        await other.ReceiveAsync(new ReceivedMessage(id, "node-" + State, State, message.Type, message.Conversation, sequence, at, message.Data, "proof-of-" + id));
        _delivered.Add(id);
    }
}
