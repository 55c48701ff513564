using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;

namespace Noroshi.Contacts.Features;

/// <summary>Reads checks for people: single checks for their owners, figures that name nobody for everyone.</summary>
internal sealed class ShowChecks(CheckRecords checks, ContactDirectory directory, IDataAccess access, TimeProvider clock)
{
    /// <summary>The fewest checks of a state and function that its figures rest on: below, a figure would be one desk's.</summary>
    internal const int FewestInFigures = 3;

    /// <summary>The checks that the person may see, newest first.</summary>
    internal async Task<IReadOnlyList<ContactCheck>> ListAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        await checks.ListAsync(await access.ReadableOwnersAsync(person, ContactRights.DataKind, cancel), null, cancel);

    /// <summary>Every check on the node, for whoever runs its verbs.</summary>
    internal Task<IReadOnlyList<ContactCheck>> ListAsync(CancellationToken cancel) => checks.ListAsync(null, null, cancel);

    /// <summary>The shareable figures of checks: by function, over all states; without points, organisations and senders.</summary>
    internal async Task<IReadOnlyList<(ContactFunction Function, CheckFigures Figures)>> FiguresAsync(IEnumerable<ContactCheck> of, CancellationToken cancel)
    {
        var book = await directory.CurrentAsync(cancel);
        var now = clock.GetUtcNow();
        return [.. of.Where(check => book.Point(check.PointId) is not null)
            .GroupBy(check => book.Point(check.PointId)!.Function)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, CheckFigures.Of(group, now)))
            .Where(pair => pair.Item2.Sent >= FewestInFigures)];
    }

    /// <summary>Points whose planned check is due: never sent, or sent longer ago than planned.</summary>
    internal static IReadOnlyList<ContactPoint> Due(ContactBook book, IReadOnlyDictionary<string, CheckHistory> history, DateTimeOffset now) =>
        [.. book.Points.Where(point => point.CheckEveryDays is { } days && point.IsValidAt(now) && (history.GetValueOrDefault(point.Id) is not { } last || last.Last.SentAt.AddDays(days) <= now))];
}
