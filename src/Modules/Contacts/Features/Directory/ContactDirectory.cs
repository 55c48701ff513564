using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>The directory kept in memory; read again only when something changed.</summary>
internal sealed class ContactDirectory(ContactRecords records, NodeOptions options)
{
    private volatile Copy _copy = new(-1, ContactBook.Empty);

    /// <summary>The state that runs this node.</summary>
    internal CountryCode OwnState { get; } = CountryCode.TryParse(options.State, out var state) ? state : CountryCode.Unknown;

    /// <summary>The copy as it was last read; for callers that cannot wait.</summary>
    internal ContactBook Latest => _copy.Book;

    /// <summary>The directory as it is now.</summary>
    internal async Task<ContactBook> CurrentAsync(CancellationToken cancel)
    {
        var revision = await records.RevisionAsync(cancel);
        var copy = _copy;
        if (copy.Revision == revision) return copy.Book;
        // Read after the revision: a change in between makes the copy newer than it says, and the next caller reads again.
        var book = await records.ReadAsync(cancel);
        _copy = new Copy(revision, book);
        return book;
    }

    /// <summary>The part of it that the person sees.</summary>
    internal async Task<ContactBook> SeenByAsync(ClaimsPrincipal person, CancellationToken cancel) => (await CurrentAsync(cancel)).SeenBy(person, OwnState);

    private sealed record Copy(long Revision, ContactBook Book);
}
