using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Takes what peers say on the hotline. Whatever makes no sense is set aside with its reason.</summary>
internal sealed class HearFromPeers(IHotlineLine line, RingRecords rings, HotlineBell bell, HookQueue hook, TimeProvider clock) : IMessageReceiver
{
    private const int LongestConversationId = 64;
    private static readonly string[] _types = [MessageContent.Type, ReceiptContent.Type, ReceiptContent.TestType, ReceiptContent.TestAnswerType];

    public IReadOnlyCollection<string> Types => _types;

    public async Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        await transaction.LockAsync("hotline", cancel);
        await LineRecords.HeardAsync(transaction, message.Peer, clock.GetUtcNow(), cancel);
        try
        {
            await (message.Type switch
            {
                MessageContent.Type => SaidAsync(transaction, message, cancel),
                ReceiptContent.Type => ReceiptAsync(transaction, message, cancel),
                ReceiptContent.TestType => TestAsync(transaction, message, cancel),
                ReceiptContent.TestAnswerType => TestAnswerAsync(transaction, message, cancel),
                _ => throw new PoisonedMessageException($"The hotline does not know messages of type '{message.Type}'."),
            });
        }
        catch (WrongContentException wrong)
        {
            throw new PoisonedMessageException(wrong.Message, wrong);
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException or KeyNotFoundException)
        {
            // Texts that are no Unicode, for example.
            throw new PoisonedMessageException("The content is malformed.", odd);
        }
    }

    public async Task AppliedAsync(ReceivedMessage message, CancellationToken cancel)
    {
        bell.Signal();
        if (message.Type == MessageContent.Type && await rings.FindAsync(message.Id, cancel) is { Rang: true } ring)
            hook.Add(new RingNotice(ring.Urgency, ring.State, ring.Conversation, 0));
    }

    private async Task SaidAsync(RecordTransaction transaction, ReceivedMessage received, CancellationToken cancel)
    {
        var content = WireReader.Message(received.Data);
        var now = clock.GetUtcNow();
        var conversation = await ConversationAsync(transaction, received, content, now, cancel);
        var message = SaidMessage.Of(received.Id, conversation.Id, false, content, now, received.Proof, null);
        await ConversationRecords.KeepAsync(transaction, message, content.Files, cancel);
        var settings = await SettingRecords.ReadAsync(transaction, cancel);
        var rung = await RingRecords.RungAsync(transaction, received.Peer, now - RingLimit.Window, cancel);
        var ring = new Ring
        {
            Message = message.Id,
            Peer = received.Peer,
            Urgency = message.Urgency,
            ArrivedAt = now,
            TargetAt = now + settings.Targets.Of(content.Precedence),
            Rang = RingLimit.MayRing(now, content.Precedence, rung, settings.RingLimit),
        };
        await RingRecords.AddAsync(transaction, ring, cancel);
        var details = SayOnHotline.Details(message, conversation.State);
        details["rang"] = ring.Rang ? "yes" : "no";
        // The peer was restored from an older backup, most likely. A message that states send each other is not refused for its number.
        if (content.Number <= conversation.PeerNumber) details["numberAgain"] = "yes";
        await ActTrail.RecordAsync(transaction, new AuditEvent(now, "hotline.received", "system", null, "hotline:" + conversation.Id, true, details), cancel);
    }

    private static async Task<Conversation> ConversationAsync(RecordTransaction transaction, ReceivedMessage received, MessageContent content, DateTimeOffset now, CancellationToken cancel)
    {
        if (received.Conversation.Length is 0 or > LongestConversationId || !received.Conversation.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            throw new PoisonedMessageException("The id of the conversation is malformed.");
        if (await ConversationRecords.FindAsync(transaction, received.Conversation, cancel) is { } known)
            return known.Peer == received.Peer ? known : throw new PoisonedMessageException("The conversation belongs to another peer.");
        var opened = new Conversation { Id = received.Conversation, Peer = received.Peer, State = received.State, Subject = content.Subject, OpenedAt = now, LastAt = now };
        await ConversationRecords.OpenAsync(transaction, opened, cancel);
        return opened;
    }

    private async Task ReceiptAsync(RecordTransaction transaction, ReceivedMessage received, CancellationToken cancel)
    {
        var content = WireReader.Receipt(received.Data);
        if (await ConversationRecords.MessageAsync(transaction, content.Message, cancel) is not { Outgoing: true } message || message.Conversation != received.Conversation)
            throw new PoisonedMessageException($"The receipt is for '{content.Message}', which was not said here in this conversation.");
        var conversation = (await ConversationRecords.FindAsync(transaction, message.Conversation, cancel))!;
        if (conversation.Peer != received.Peer) throw new PoisonedMessageException("The receipt is for a message to another peer.");
        if (content.Digest != message.Digest) throw new PoisonedMessageException($"The receipt for '{content.Message}' is over other words than those that were said (digest {content.Digest}).");
        if ((await ConversationRecords.ReceiptKindsAsync(transaction, message.Id, cancel)).Contains(HotlineWords.Of(content.Kind))) return;
        var now = clock.GetUtcNow();
        await ConversationRecords.KeepAsync(
            transaction,
            new KeptReceipt
            {
                Message = message.Id,
                Kind = HotlineWords.Of(content.Kind),
                At = content.At,
                RecordedAt = now,
                FunctionJa = content.Function.Ja,
                FunctionEn = content.Function.En,
                OrganisationJa = content.Organisation.Ja,
                OrganisationEn = content.Organisation.En,
                Proof = received.Proof,
            },
            cancel);
        var details = SayOnHotline.Details(message, conversation.State);
        details["receipt"] = HotlineWords.Of(content.Kind);
        await ActTrail.RecordAsync(transaction, new AuditEvent(now, "hotline.receipt", "system", null, "hotline:" + conversation.Id, true, details), cancel);
    }

    private async Task TestAsync(RecordTransaction transaction, ReceivedMessage received, CancellationToken cancel) => await line.SendAsync(
        transaction, new OutgoingMessage(received.Peer, ReceiptContent.TestAnswerType, received.Conversation, ReceiptContent.Test(WireReader.Test(received.Data)), "TLP:CLEAR"), cancel);

    private async Task TestAnswerAsync(RecordTransaction transaction, ReceivedMessage received, CancellationToken cancel)
    {
        if (!await LineRecords.AnsweredAsync(transaction, received.Peer, WireReader.Test(received.Data), clock.GetUtcNow(), cancel))
            throw new PoisonedMessageException("The answer is to a line test that does not wait for one.");
    }
}
