using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Acknowledges a received message, or says that it was read or understood; both sides see it.</summary>
internal sealed class AnswerOnHotline(RecordStore store, IHotlineLine line, HotlineBell bell, TimeProvider clock)
{
    /// <summary>Gives the receipt and those it includes; those that were given before are not given again.</summary>
    /// <returns>What was given now; empty when all was given before, null when there is no such received message.</returns>
    /// <exception cref="RefusalException">The peer is not active.</exception>
    internal async Task<IReadOnlyList<ReceiptKind>?> GiveAsync(Speaker speaker, string messageId, ReceiptKind kind, CancellationToken cancel)
    {
        var given = await store.TransactAsync<IReadOnlyList<ReceiptKind>?>(
            async transaction =>
            {
                await transaction.LockAsync("hotline", cancel);
                if (await ConversationRecords.MessageAsync(transaction, messageId, cancel) is not { Outgoing: false } message) return null;
                var conversation = (await ConversationRecords.FindAsync(transaction, message.Conversation, cancel))!;
                var before = await ConversationRecords.ReceiptKindsAsync(transaction, messageId, cancel);
                var missing = Enum.GetValues<ReceiptKind>().Where(one => one <= kind && !before.Contains(HotlineWords.Of(one))).ToList();
                foreach (var one in missing) await GiveAsync(transaction, speaker, conversation, message, one, cancel);
                return missing;
            },
            cancel);
        if (given is { Count: > 0 }) bell.Signal();
        return given;
    }

    private async Task GiveAsync(RecordTransaction transaction, Speaker speaker, Conversation conversation, SaidMessage message, ReceiptKind kind, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var content = new ReceiptContent(message.Id, message.Digest, kind, now, speaker.Function, speaker.Organisation);
        await line.SendAsync(transaction, new OutgoingMessage(conversation.Peer, ReceiptContent.Type, conversation.Id, content.ToWire(), "TLP:CLEAR"), cancel);
        await ConversationRecords.KeepAsync(
            transaction,
            new KeptReceipt
            {
                Message = message.Id,
                Kind = HotlineWords.Of(kind),
                Outgoing = true,
                At = now,
                RecordedAt = now,
                FunctionJa = speaker.Function.Ja,
                FunctionEn = speaker.Function.En,
                OrganisationJa = speaker.Organisation.Ja,
                OrganisationEn = speaker.Organisation.En,
                Author = speaker.UserId,
            },
            cancel);
        if (kind == ReceiptKind.Acknowledged) await RingRecords.StopAsync(transaction, message.Id, now, cancel);
        var details = SayOnHotline.Details(message, conversation.State);
        var subject = "hotline:" + conversation.Id;
        await ActTrail.RecordAsync(
            transaction,
            kind switch
            {
                ReceiptKind.Acknowledged => new AuditEvent(now, "hotline.acknowledged", speaker.UserId, speaker.OrganisationId, subject, true, details),
                ReceiptKind.Read => new AuditEvent(now, "hotline.read", speaker.UserId, speaker.OrganisationId, subject, true, details),
                _ => new AuditEvent(now, "hotline.understood", speaker.UserId, speaker.OrganisationId, subject, true, details),
            },
            cancel);
    }
}
