using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Capacity.Ui;

/// <summary>What the first page says of the room to those who plan projects: projects that end soon, assessments that have grown old.</summary>
internal sealed class CapacityToday(ReadCapacity reading, CapacityLabels labels, IStringLocalizer<CapacityText> text) : ITodaySource
{
    private const int Most = 5;
    private const int DaysBefore = 60;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!CapacityRights.Writers.Any(person.HasRole)) return [];
        var (record, today) = (await reading.ForAsync(person, cancel), reading.Today);
        var active = record.Projects.Where(one => one.IsRunning(today)).SelectMany(one => one.States).Concat(record.Needs.Where(one => one.IsOpen(today)).Select(one => one.State)).ToHashSet();
        return
        [
            .. record.Projects.Where(one => one.IsRunning(today) && one.End is { } end && end.Last <= today.AddDays(DaysBefore)).OrderBy(one => one.End).Take(Most).Select(Item),
            .. record.Assessments.GroupBy(one => (one.State, one.Model.Model)).Select(group => group.First()).Where(one => one.IsOld(today) && active.Contains(one.State)).OrderBy(one => one.Date).Take(Most).Select(one => Item(one, today)),
        ];
    }

    private TodayItem Item(Project one) => new(TodayKind.NeedsAnswer, text["TodayEnding", one.Title], "/capacity/projects/" + one.Id)
    {
        Detail = text["TodayEndingDetail", labels.States(one.States), one.End!.Value.ToString()],
        At = new DateTimeOffset(one.End!.Value.Last, TimeOnly.MaxValue, TimeSpan.Zero),
    };

    private TodayItem Item(Assessment one, DateOnly today) => new(TodayKind.Situation, text["TodayOld", labels.State(one.State)], "/capacity/states/" + one.State)
    {
        Detail = text["TodayOldDetail", one.Model.Id, one.Date.ToString()],
        Figure = CapacityLabels.Number(one.Age(today)),
        Unit = text["Years"],
    };
}
