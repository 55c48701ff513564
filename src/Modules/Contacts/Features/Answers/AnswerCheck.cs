using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Shows the checks of peers to those who may answer for the point, and sends the answer, once.</summary>
internal sealed class AnswerCheck(RecordStore store, AskedRecords asked, ContactDirectory directory, PeerPost post, TimeProvider clock)
{
    /// <summary>The checks of points that the person may answer for, newest first.</summary>
    internal async Task<IReadOnlyList<AskedCheck>> ListAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        var book = await directory.CurrentAsync(cancel);
        return [.. (await ListAsync(cancel)).Where(check => book.Point(check.PointId) is { } point && person.Answers(point.Function))];
    }

    /// <summary>Every check of peers, for whoever runs the node's verbs.</summary>
    internal Task<IReadOnlyList<AskedCheck>> ListAsync(CancellationToken cancel) => asked.ListAsync(cancel);

    /// <summary>Answers as a person.</summary>
    internal Task<(AnswerOutcome Outcome, AskedCheck? Check)> AnswerAsync(string id, ClaimsPrincipal person, CancellationToken cancel) =>
        AnswerAsync(id, person.Answers, Actor.Of(person), person.DisplayName(), cancel);

    /// <summary>Answers as whoever runs the node's verbs.</summary>
    internal Task<(AnswerOutcome Outcome, AskedCheck? Check)> AnswerAsync(string id, CancellationToken cancel) => AnswerAsync(id, _ => true, Actor.System, "command line", cancel);

    /// <summary>Why it was not answered, in words.</summary>
    internal static string Reason(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "The check was answered before; nothing was sent.",
        AnswerOutcome.Expired => "The time of the check is over, or a newer one took its place; nothing was sent.",
        AnswerOutcome.Ended => "The point of the check is no longer in use; nothing was sent.",
        AnswerOutcome.NoLine => "Nothing goes to this peer: the peering is not active, or the agreement does not let answers out. The link of the check works all the same.",
        _ => "There is no such check that you may answer. GET /api/v1/contacts/checks/asked and 'noroshi contacts checks' list them.",
    };

    private Task<(AnswerOutcome Outcome, AskedCheck? Check)> AnswerAsync(string id, Func<ContactFunction, bool> mayAnswer, Actor by, string byName, CancellationToken cancel) => store.TransactAsync<(AnswerOutcome Outcome, AskedCheck? Check)>(
        async transaction =>
        {
            await transaction.LockAsync(ContactRecords.Lock, cancel);
            var now = clock.GetUtcNow();
            var check = await AskedRecords.FindAsync(transaction, id, cancel);
            var point = check is null ? null : (await ContactRecords.ReadAsync(transaction, cancel)).Point(check.PointId);
            if (check is null || point is null || !mayAnswer(point.Function)) return (AnswerOutcome.Unknown, null);
            if (check.AnsweredAt is not null) return (AnswerOutcome.Answered, check);
            if (!check.IsOpenAt(now)) return (AnswerOutcome.Expired, check);
            if (!point.IsValidAt(now)) return (AnswerOutcome.Ended, check);
            if (await SendAsync(transaction, check, cancel) is not { } message) return (AnswerOutcome.NoLine, check);
            var answered = check with { AnsweredAt = now, AnsweredBy = by.Id, AnsweredName = byName, Message = message };
            await AskedRecords.AnswerAsync(transaction, answered, cancel);
            var details = new Dictionary<string, string> { ["check"] = check.CheckId, ["state"] = check.State };
            await ActTrail.RecordAsync(transaction, new AuditEvent(now, "contacts.check.confirmed", by.Id, by.Organisation, "point:" + point.Id, true, details), cancel);
            return (AnswerOutcome.Done, answered);
        },
        cancel);

    private async Task<string?> SendAsync(RecordTransaction transaction, AskedCheck check, CancellationToken cancel)
    {
        try
        {
            return await post.SendAsync(transaction, new OutgoingMessage(check.Peer, CheckContent.AnswerType, check.CheckId, CheckContent.Answer(check.CheckId)), cancel);
        }
        catch (RefusalException)
        {
            return null;
        }
    }
}
