using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;

namespace Noroshi.Contacts.Features;

/// <summary>Answers "who do I call now" for a person: from the part of the directory and the checks that they may see.</summary>
internal sealed class AskWho(ContactDirectory directory, HolidayCalendar calendar, CheckRecords checks, IDataAccess access)
{
    internal async Task<WhoAnswer> AskAsync(WhoQuestion question, ClaimsPrincipal person, CancellationToken cancel) =>
        WhoToCall.Ask(question, await directory.SeenByAsync(person, cancel), calendar, await HistoryAsync(person, cancel));

    /// <summary>The same for whoever runs the node's verbs: everything.</summary>
    internal async Task<WhoAnswer> AskAsync(WhoQuestion question, CancellationToken cancel) =>
        WhoToCall.Ask(question, await directory.CurrentAsync(cancel), calendar, CheckHistory.Of(await checks.ListAsync(null, null, cancel)));

    /// <summary>How one point stands, with its next steps.</summary>
    internal async Task<WhoLine> OneAsync(ContactPoint point, DateTimeOffset at, IReadOnlyList<string> languages, ClaimsPrincipal person, CancellationToken cancel)
    {
        var book = await directory.SeenByAsync(person, cancel);
        return WhoToCall.Of(point, new WhoQuestion(book.StateOf(point), point.Function, at, languages), book, calendar, await HistoryAsync(person, cancel));
    }

    /// <summary>What the checks that the person may know of say, by point.</summary>
    internal async Task<IReadOnlyDictionary<string, CheckHistory>> HistoryAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        CheckHistory.Of(await checks.ListAsync(await access.ReadableOwnersAsync(person, ContactRights.DataKind, cancel), null, cancel));
}
