using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Says something to another state: kept, queued for the peer and recorded as an act, all or nothing.</summary>
internal sealed class SayOnHotline(RecordStore store, IHotlineLine line, HotlineBell bell, TimeProvider clock)
{
    /// <summary>The message as it was said.</summary>
    /// <exception cref="WrongContentException">A field of the draft cannot stand.</exception>
    /// <exception cref="RefusalException">The peer is not active, the conversation is another peer's or is not there.</exception>
    internal async Task<SaidMessage> SayAsync(Speaker speaker, Draft typed, CancellationToken cancel)
    {
        var draft = typed.Checked();
        var peer = (await line.PeersAsync(cancel)).FirstOrDefault(one => one.NodeId == draft.Peer)
            ?? throw new RefusalException($"There is no peer '{draft.Peer}'.", RefusalException.Input);
        var said = await store.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync("hotline", cancel);
                if (draft.FormKey is not null && await ConversationRecords.ByFormAsync(transaction, draft.FormKey, cancel) is { } before) return before;
                return await SayAsync(transaction, speaker, draft, peer, cancel);
            },
            cancel);
        bell.Signal();
        return said;
    }

    private async Task<SaidMessage> SayAsync(RecordTransaction transaction, Speaker speaker, Draft draft, KnownPeer peer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var conversation = await ConversationAsync(transaction, draft, peer, now, cancel);
        var content = new MessageContent
        {
            Number = await ConversationRecords.NextNumberAsync(transaction, conversation.Id, cancel),
            Class = draft.Class,
            Precedence = draft.Precedence,
            Marking = draft.Marking,
            Subject = draft.Subject is { Length: > 0 } subject ? subject : conversation.Subject,
            Text = draft.Text,
            Attributes = draft.Attributes,
            Function = speaker.Function,
            Organisation = speaker.Organisation,
            At = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            Files = draft.Files,
        };
        var id = await line.SendAsync(transaction, new OutgoingMessage(peer.NodeId, MessageContent.Type, conversation.Id, content.ToWire(), draft.Marking.Label()), cancel);
        var message = SaidMessage.Of(id, conversation.Id, true, content, now, null, speaker.UserId) with { FormKey = draft.FormKey };
        await ConversationRecords.KeepAsync(transaction, message, draft.Files, cancel);
        await ActTrail.RecordAsync(
            transaction,
            new AuditEvent(now, "hotline.sent", speaker.UserId, speaker.OrganisationId, "hotline:" + conversation.Id, true, Details(message, peer.State)),
            cancel);
        return message;
    }

    private static async Task<Conversation> ConversationAsync(RecordTransaction transaction, Draft draft, KnownPeer peer, DateTimeOffset now, CancellationToken cancel)
    {
        if (draft.Conversation is { } id)
        {
            var found = await ConversationRecords.FindAsync(transaction, id, cancel) ?? throw new RefusalException($"There is no conversation '{id}'.", RefusalException.Input);
            return found.Peer == peer.NodeId ? found : throw new RefusalException($"The conversation '{id}' is with another peer.", RefusalException.Input);
        }

        var begun = new Conversation
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Peer = peer.NodeId,
            State = peer.State,
            Subject = draft.Subject!,
            OpenedAt = now,
            OpenedHere = true,
            LastAt = now,
        };
        await ConversationRecords.OpenAsync(transaction, begun, cancel);
        return begun;
    }

    /// <summary>What the act says about a message: enough to find it in both ledgers, nothing of its text.</summary>
    internal static Dictionary<string, string> Details(SaidMessage message, string state) => new()
    {
        ["message"] = message.Id,
        ["digest"] = message.Digest,
        ["state"] = state,
        ["number"] = message.Number.ToString(CultureInfo.InvariantCulture),
        ["class"] = message.Kind,
        ["precedence"] = message.Urgency,
        ["marking"] = message.Marking,
        ["attribution"] = message.Attributes ? "yes" : "no",
    };
}
