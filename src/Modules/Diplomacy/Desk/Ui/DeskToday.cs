using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>What the first page says of the desk to those who answer for promises: ours that are overdue or fall due, and meetings that come.</summary>
internal sealed class DeskToday(ReadDesk reading, DeskLabels labels, IStringLocalizer<DeskText> text) : ITodaySource
{
    private const int Most = 5;
    private const int DaysBefore = 30;

    private static readonly Role[] _concerned = [Role.Diplomat, Role.CapacityOfficer, Role.Administrator];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!_concerned.Any(person.HasRole)) return [];
        var (record, today) = (await reading.ForAsync(person, cancel), reading.Today);
        var ours = record.Standings.Where(one => DiplomaticRecord.Concerns(one.Commitment, reading.Own)).ToList();
        return
        [
            .. ours.Where(one => one.IsOverdue(today)).OrderBy(one => one.Commitment.Due).Take(Most).Select(one => Item(one, "TodayOverdue")),
            .. ours.Where(one => one.IsDueWithin(today, DaysBefore)).OrderBy(one => one.Commitment.Due).Take(Most).Select(one => Item(one, "TodayDue")),
            .. record.Meetings.Where(one => one.Start is { } start && start.First > today && start.First <= today.AddDays(DaysBefore)).OrderBy(one => one.Start).Take(Most).Select(Item),
        ];
    }

    private TodayItem Item(CommitmentStanding one, string key) => new(TodayKind.NeedsAnswer, text[key, one.Commitment.Text.In(DeskLabels.Japanese)], "/diplomacy/commitments/" + one.Commitment.Id)
    {
        Detail = text["TodayCommitmentDetail", one.Commitment.Owner.In(DeskLabels.Japanese), labels.Parties(one.Commitment), one.Commitment.Due!.Value.ToString()],
        At = new DateTimeOffset(one.Commitment.Due!.Value.Last, TimeOnly.MaxValue, TimeSpan.Zero),
    };

    private TodayItem Item(Meeting one) => new(TodayKind.NeedsAnswer, text["TodayMeeting", one.Name.In(DeskLabels.Japanese)], "/diplomacy/meetings/" + one.Id)
    {
        Detail = labels.Dates(one.Start, one.End) + (one.Place.IsEmpty ? "" : " · " + one.Place.In(DeskLabels.Japanese)),
        At = new DateTimeOffset(one.Start!.Value.First, TimeOnly.MinValue, TimeSpan.Zero),
    };
}
