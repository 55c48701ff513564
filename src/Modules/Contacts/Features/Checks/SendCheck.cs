using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Federation;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>
/// Writes communication checks. A point that came from a peer is asked through the peer's node as well; otherwise nothing leaves by itself: a
/// person sends the text through the official channel.
/// </summary>
internal sealed class SendCheck(RecordStore store, CheckRecords checks, ContactDirectory directory, DefaultOwner owners, PeerPost post)
{
    internal const string AnswerPath = "/contacts/answer/";

    /// <summary>A check of the person's organisation.</summary>
    internal async Task<SentCheck> SendAsync(ContactPoint point, bool announced, ClaimsPrincipal person, CancellationToken cancel) =>
        await SendAsync(point, announced, person.OrganisationId() ?? await owners.FindAsync(cancel), Actor.Of(person), person.DisplayName(), cancel);

    /// <summary>A check that a verb asked for.</summary>
    /// <exception cref="RefusalException">There is no such point in use.</exception>
    internal async Task<SentCheck> SendAsync(string pointId, bool announced, CancellationToken cancel)
    {
        var book = await directory.CurrentAsync(cancel);
        if (book.Point(pointId) is not { RetiredAt: null } point)
            throw new RefusalException($"There is no point '{pointId}' in use. 'noroshi contacts export --format csv' lists them all.", RefusalException.Input);
        return await SendAsync(point, announced, await owners.FindAsync(cancel), Actor.System, "command line", cancel);
    }

    private async Task<SentCheck> SendAsync(ContactPoint point, bool announced, string owner, Actor by, string byName, CancellationToken cancel)
    {
        var body = (await directory.CurrentAsync(cancel)).BodyOf(point);
        return await store.TransactAsync(
            async transaction =>
            {
                var draft = checks.Draft(point, owner, announced, by, byName);
                var (message, refusal) = await AskNodeAsync(transaction, draft, point, cancel);
                var check = draft with { Message = message };
                return new SentCheck(check, point, body, AnswerPath + await CheckRecords.SendAsync(transaction, check, by, cancel), refusal);
            },
            cancel);
    }

    private async Task<(string? Message, string? Refusal)> AskNodeAsync(RecordTransaction transaction, ContactCheck check, ContactPoint point, CancellationToken cancel)
    {
        if (point.IsOwn) return (null, null);
        try
        {
            return (await post.SendAsync(transaction, new OutgoingMessage(point.Origin, CheckContent.Type, check.Id, CheckContent.Of(check, point).ToWire()), cancel), null);
        }
        catch (RefusalException refused)
        {
            return (null, refused.Message);
        }
    }
}
