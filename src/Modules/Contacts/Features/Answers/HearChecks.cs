using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Hotline;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Takes the checks that peers send to our points, and their answers to ours. Whatever makes no sense is set aside with its reason.</summary>
internal sealed class HearChecks(CheckRecords checks, ContactDirectory directory, TimeProvider clock) : IMessageReceiver
{
    public IReadOnlyCollection<string> Types { get; } = [CheckContent.Type, CheckContent.AnswerType];

    public async Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        await transaction.LockAsync(ContactRecords.Lock, cancel);
        try
        {
            await (message.Type == CheckContent.Type ? AskedAsync(transaction, message, cancel) : AnsweredAsync(transaction, message, cancel));
        }
        catch (WrongContentException wrong)
        {
            throw new PoisonedMessageException(wrong.Message, wrong);
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PoisonedMessageException("The content is malformed.", odd);
        }
    }

    private async Task AskedAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        var content = CheckContent.Read(message.Data);
        var now = clock.GetUtcNow();
        var book = await ContactRecords.ReadAsync(transaction, cancel);
        if (book.Point(content.Point) is not { } point || !IsOurs(book, point)) throw new PoisonedMessageException($"'{content.Point}' is no point of this node.");
        if (!point.IsValidAt(now)) throw new PoisonedMessageException($"The point '{point.Id}' is no longer in use.");
        // One check at a time: what a peer can put before our people is bounded by the number of our points.
        if (await AskedRecords.WaitingAsync(transaction, message.Peer, point.Id, now, cancel) is { } waiting && now <= waiting.DueAt)
            throw new PoisonedMessageException($"The check '{waiting.CheckId}' still waits for an answer of the point '{point.Id}'.");
        var asked = new AskedCheck
        {
            Peer = message.Peer,
            CheckId = content.Check,
            State = message.State,
            PointId = point.Id,
            Announced = content.Announced,
            ArrivedAt = now,
            DueAt = now + content.Within,
            ExpiresAt = now + content.Life,
        };
        if (!await AskedRecords.AddAsync(transaction, asked, cancel)) throw new PoisonedMessageException($"The check '{content.Check}' came before.");
        var details = new Dictionary<string, string> { ["check"] = content.Check, ["state"] = message.State, ["announced"] = content.Announced ? "yes" : "no" };
        await ActTrail.RecordAsync(transaction, new AuditEvent(now, "contacts.check.asked", "peer:" + message.Peer, null, "point:" + point.Id, true, details), cancel);
    }

    private async Task AnsweredAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        var id = CheckContent.ReadAnswer(message.Data);
        if (await checks.AnswerByNodeAsync(transaction, message.Peer, id, cancel) is null)
            throw new PoisonedMessageException($"The check '{id}' waits for no answer of this node: it is unknown, or its time is over.");
    }

    /// <summary>Only what was entered here of our own state is ours to answer for: it is what <see cref="ShareContacts"/> sends.</summary>
    private bool IsOurs(ContactBook book, ContactPoint point) => point.IsOwn && book.StateOf(point) == directory.OwnState;
}
