using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Writes communication checks. The node sends nothing itself: a person sends the text through the official channel.</summary>
internal sealed class SendCheck(RecordStore store, CheckRecords checks, ContactDirectory directory, DefaultOwner owners)
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
        var (check, token) = await store.TransactAsync(transaction => checks.SendAsync(transaction, point, owner, announced, by, byName, cancel), cancel);
        return new SentCheck(check, point, (await directory.CurrentAsync(cancel)).BodyOf(point), AnswerPath + token);
    }
}
