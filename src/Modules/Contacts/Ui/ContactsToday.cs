using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Ui;

/// <summary>What the first page says of the directory: checks of peers that wait for us, checks that went unanswered or are due, and our own entries that have run out.</summary>
internal sealed class ContactsToday(ContactDirectory directory, ShowChecks showing, AnswerCheck answering, ContactLabels labels, IStringLocalizer<ContactText> text, TimeProvider clock) : ITodaySource
{
    private const int Most = 5;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!ContactRights.Answerers.Any(person.HasRole) && !person.WritesContacts()) return [];
        var now = clock.GetUtcNow();
        var book = await directory.SeenByAsync(person, cancel);
        if (book.Bodies.Count == 0) return person.WritesContacts() ? [new TodayItem(TodayKind.FirstStep, text["TodayFirst"], "/contacts/import")] : [];
        var items = new List<TodayItem>(await AskedAsync(person, book, now, cancel));
        if (person.Checks()) items.AddRange(await ChecksAsync(person, book, now, cancel));
        if (person.WritesContacts())
        {
            items.AddRange(book.Points.Where(point => point is { IsOwn: true, RetiredAt: null, ValidUntil: not null } && !point.IsValidAt(now) && point.ValidUntil < DateOnly.FromDateTime(now.UtcDateTime))
                .Take(Most)
                .Select(point => new TodayItem(TodayKind.NeedsAnswer, text["TodayExpired", labels.Of(point.Function), ContactLabels.Name(book.BodyOf(point))], "/contacts/points/" + point.Id)
                {
                    Detail = text["TodayExpiredDetail", point.ValidUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
                }));
        }

        return items;
    }

    private async Task<IEnumerable<TodayItem>> AskedAsync(ClaimsPrincipal person, ContactBook book, DateTimeOffset now, CancellationToken cancel) =>
        (await answering.ListAsync(person, cancel)).Where(check => check.IsOpenAt(now) && book.Point(check.PointId) is not null)
            .OrderBy(check => check.DueAt)
            .Take(Most)
            .Select(check => (Check: check, Point: book.Point(check.PointId)!))
            .Select(pair => new TodayItem(TodayKind.NeedsAnswer, text["TodayAsked", labels.State(pair.Check.State), labels.Of(pair.Point.Function)], "/contacts/asked")
            {
                Detail = ContactLabels.Name(book.BodyOf(pair.Point), pair.Point),
                At = pair.Check.DueAt,
            });

    private async Task<IEnumerable<TodayItem>> ChecksAsync(ClaimsPrincipal person, ContactBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var history = CheckHistory.Of(await showing.ListAsync(person, cancel));
        var overdue = history.Where(pair => pair.Value.IsOverdueAt(now) && book.Point(pair.Key) is { RetiredAt: null })
            .OrderBy(pair => pair.Value.Last.DueAt)
            .Take(Most)
            .Select(pair => (Point: book.Point(pair.Key)!, pair.Value.Last))
            .Select(pair => new TodayItem(TodayKind.NeedsAnswer, text["TodayOverdue", labels.State(book.StateOf(pair.Point)), labels.Of(pair.Point.Function)], "/contacts/points/" + pair.Point.Id)
            {
                Detail = ContactLabels.Name(book.BodyOf(pair.Point), pair.Point),
                At = pair.Last.DueAt,
            });
        var due = ShowChecks.Due(book, history, now).Count;
        return due == 0 ? overdue : overdue.Append(new TodayItem(TodayKind.NeedsAnswer, text["TodayDue", due], "/contacts/checks"));
    }
}
