using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Tests.Federation;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts.Hotline.Api;

/// <summary>A node of JP with an active peer PH and one person of each role; what PH says is put in by hand.</summary>
public sealed class HotlineNode : NodeOfRoles
{
    internal const string Peer = "node-ph";
    private long _number;

    protected override async Task PrepareAsync()
    {
        await AddPeerAsync(Peer, "PH", Standing.Confirmed);
        await AddPeerAsync("node-vn", "VN", Standing.Pending);
    }

    /// <summary>Lets PH say something; its id.</summary>
    internal async Task<string> HearAsync(string conversation, string text, string precedence = "immediate", string id = "", params AttachedFile[] files)
    {
        var content = new MessageContent
        {
            Number = ++_number,
            Class = MessageClass.Notification,
            Precedence = HotlineWords.PrecedenceOf(precedence)!.Value,
            Marking = Tlp.Amber,
            Subject = "Subject of " + conversation,
            Text = new BothLanguages("", text),
            Attributes = false,
            Function = new BothLanguages("外交担当", "Diplomatic service"),
            Organisation = new BothLanguages("演習省", "Ministry of Exercises (EXERCISE)"),
            At = new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero),
            Files = files,
        };
        var message = new ReceivedMessage(id.Length > 0 ? id : Guid.NewGuid().ToString("N"), Peer, "PH", MessageContent.Type, conversation, _number, content.At, content.ToWire(), "a.b.c");
        var receiver = Node.Services.GetServices<IMessageReceiver>().Single(one => one.Types.Contains(MessageContent.Type));
        await Node.Records.TransactAsync(transaction => receiver.ReceiveAsync(transaction, message, default), default);
        await receiver.AppliedAsync(message, default);
        return message.Id;
    }

    /// <summary>What waits in the outbox, as type and data.</summary>
    internal async Task<IReadOnlyList<(string Type, JsonElement Data)>> SentAsync() =>
        [.. (await Node.Records.QueryAsync<string>("SELECT signed FROM outbox ORDER BY queued_at, message_id", null, default)).Select(signed => Envelope.Read(Jws.Payload(signed))).Select(sent => (sent.Type, sent.Data))];

    // A peer that is never reached: it has no address.
    private Task AddPeerAsync(string id, string state, Standing standing)
    {
        var keys = Node.Services.GetRequiredService<NodeKeys>();
        var node = TestDocuments.Of(keys, state) with { NodeId = id, Url = null, NameEn = $"Node of {state} (EXERCISE)", NameJa = $"{state}のノード（演習）" };
        return Node.Records.TransactAsync(
            async transaction =>
            {
                await PeerRecords.AddAsync(transaction, Introductions.New(node, SignedDocument.Sign(node, keys.Signing), node.Pins[0], "test", standing, DateTimeOffset.UnixEpoch), default);
                if (standing == Standing.Confirmed) await transaction.ExecuteAsync("UPDATE peer SET theirs = 'Confirmed' WHERE node_id = @id", new { id }, default);
            },
            default);
    }
}
