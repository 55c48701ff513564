using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Federation.Ledger;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;
using NSubstitute;

namespace Noroshi.Tests.Federation.Records;

/// <summary>Peers, outbox and inbox of one node over its own records, without a door: the test carries messages by hand.</summary>
internal sealed class FederationSide : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly TestClock _clock;

    private FederationSide(string state, TestClock clock, string? database)
    {
        _clock = clock;
        var options = new NodeOptions { DataDirectory = _folder.File("data"), ReferenceData = "", State = state, Exercise = true, Database = database };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<TimeProvider>(clock);
        services.AddRecords(options);
        services.AddSingleton(Substitute.For<IStateNames>());
        services.AddSingleton<IMessageReceiver, RecordingReceiver>();
        FederationServices.Add(services);
        LedgerServices.Add(services);
        _services = services.BuildServiceProvider();
    }

    public RecordStore Records => Of<RecordStore>();

    public PeerRecords Peers => Of<PeerRecords>();

    public OutboxRecords Outbox => Of<OutboxRecords>();

    public PeerPost Post => Of<PeerPost>();

    public string NodeId => Of<OwnDocument>().NodeId;

    public static async Task<FederationSide> OpenAsync(string state, TestClock clock, string? database)
    {
        var side = new FederationSide(state, clock, database);
        var dialect = side.Records.Dialect;
        await new Migrator(side.Records, clock).RunAsync([.. AccessServices.Migrations(dialect), MigrationSet.Read("federation", typeof(FederationModule).Assembly, dialect)], default);
        return side;
    }

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The other as a peer that waits for the comparison.</summary>
    public async Task<Peer> MeetAsync(FederationSide other, string by = "peer")
    {
        var (document, signed) = await other.Of<OwnDocument>().GetAsync(default);
        var peer = Introductions.New(document, signed, document.Pins[0], by, Standing.Pending, _clock.GetUtcNow(), "https://127.0.0.1:5443");
        await Records.TransactAsync(transaction => PeerRecords.AddAsync(transaction, peer, default), default);
        return peer;
    }

    /// <summary>The other as a peer to whom messages may flow.</summary>
    public async Task BefriendAsync(FederationSide other)
    {
        await MeetAsync(other);
        var said = new PeerStatement(other.NodeId, NodeId, "key", Standing.Confirmed, 1, _clock.GetUtcNow());
        await Records.TransactAsync(
            async transaction =>
            {
                await PeerRecords.ConfirmAsync(transaction, other.NodeId, _clock.GetUtcNow(), "u-1", default);
                await PeerRecords.SetTheirsAsync(transaction, other.NodeId, said, "word", _clock.GetUtcNow(), default);
            },
            default);
    }

    public Task<string> SendAsync(FederationSide to, string text, string conversation = "c-1", string type = "hotline.message") => Records.TransactAsync(
        transaction => Post.SendAsync(transaction, new OutgoingMessage(to.NodeId, type, conversation, JsonSerializer.SerializeToElement(new { text })), default), default);

    public Task<IReadOnlyList<OutboxRow>> NextAsync(FederationSide to) => Outbox.NextAsync(to.NodeId, 100, default);

    /// <summary>Hands a message to the other's inbox, as the courier and the door would.</summary>
    public async Task<DoorAnswer> HandAsync(OutboxRow row, FederationSide to) =>
        await to.Of<Inbox>().TakeAsync((await to.Peers.FindAsync(NodeId, default))!, new MessagePacket(Jwe.Seal(row.Signed, to.Of<NodeKeys>().SealingKey)), default);

    /// <summary>Keeps the other's receipt, as the courier would.</summary>
    public async Task SettleAsync(OutboxRow row, string signed, FederationSide by) =>
        await Outbox.SettleAsync(row, await Receipt.OpenAsync(signed, by.Of<NodeKeys>().SigningKey), signed, default);

    /// <summary>Delivers until nothing waits.</summary>
    public async Task DeliverAsync(FederationSide to)
    {
        while (await NextAsync(to) is { Count: > 0 } next)
        {
            await Task.WhenAll(next.Select(async row =>
            {
                var answer = await HandAsync(row, to);
                if (answer.Expected is { } expected) await Outbox.RealignAsync(row, expected, default);
                else await SettleAsync(row, answer.Receipt.ShouldNotBeNull(answer.Detail), to);
            }));
        }
    }

    public Task<IReadOnlyList<string>> TextsAsync(string conversation = "c-1") =>
        Records.QueryAsync<string>("SELECT text FROM received_text WHERE conversation = @conversation ORDER BY place", new { conversation }, default);

    public Task<IReadOnlyList<string>> ActsAsync() => Records.QueryAsync<string>("SELECT act FROM audit_event ORDER BY sequence", null, default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Keeps texts and, as rooms do, records an act in the same transaction.</summary>
    private sealed class RecordingReceiver : IMessageReceiver
    {
        private readonly ReceivedTexts _texts = new();

        public IReadOnlyCollection<string> Types => _texts.Types;

        public async Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
        {
            await _texts.ReceiveAsync(transaction, message, cancel);
            await ActTrail.RecordAsync(transaction, new AuditEvent(message.SentAt, "test.received", "system", null, null, true), cancel);
        }
    }
}
