using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>When a desk answers: its zone, its week or around the clock, and what it does on public holidays.</summary>
internal sealed record OfficeHours
{
    /// <summary>Long enough to get past the year-end of any calendar; further ahead nobody plans a call.</summary>
    private const int DaysAhead = 28;

    /// <summary>No hours recorded.</summary>
    internal static OfficeHours Unknown { get; } = new();

    /// <summary>IANA name of the zone; empty where not recorded.</summary>
    public string Zone { get; init; } = "";

    public bool AroundTheClock { get; init; }

    /// <summary>The week; empty together with <see cref="AroundTheClock"/> false means that the hours are not known.</summary>
    public IReadOnlyList<WeeklySpan> Week { get; init; } = [];

    public HolidayRule Holidays { get; init; }

    /// <summary>Whose holidays are kept where <see cref="Holidays"/> is Closed: a country, or a part of it (<c>GB-SCT</c>).</summary>
    public string HolidayPlace { get; init; } = "";

    /// <summary>False where neither a week nor "around the clock" is recorded, or the zone is missing.</summary>
    public bool AreKnown => AroundTheClock || (Week.Count > 0 && Zone.Length > 0);

    /// <summary>The moment on the clock of the desk; UTC where the zone is not recorded.</summary>
    internal DateTimeOffset LocalTime(DateTimeOffset instant) =>
        ZoneOf() is { } zone ? TimeZoneInfo.ConvertTime(instant, zone) : instant.ToUniversalTime();

    /// <summary>Whether the desk is open at the moment, when it closes, and when it opens next.</summary>
    internal Openness At(DateTimeOffset instant, HolidayCalendar calendar)
    {
        var local = LocalTime(instant);
        if (!AreKnown) return new Openness(Truth.Unknown, local) { HolidaysKnown = false };
        var today = DateOnly.FromDateTime(local.DateTime);
        var holiday = HolidayOn(today, calendar, out var closed, out var known);
        if (AroundTheClock && !closed && Holidays != HolidayRule.Closed) return new Openness(Truth.Yes, local) { Holiday = holiday };
        var spans = Spans(today, calendar);
        var now = spans.FirstOrDefault(span => span.From <= instant && instant < span.To);
        if (now.To != default)
        {
            // A span that began yesterday stands on yesterday's holidays.
            var began = DateOnly.FromDateTime(LocalTime(now.From).DateTime);
            var sure = began == today ? known : HolidaysKnownOn(began, calendar);
            return new Openness(Truth.Yes, local) { ClosesAt = now.To, Holiday = holiday, HolidaysKnown = sure };
        }

        // A desk that is closed by its week is closed, whatever the holidays are; when it opens next may still depend on them.
        var next = spans.FirstOrDefault(span => span.From > instant);
        var opens = next.From == default ? (DateTimeOffset?)null : next.From;
        var knownThen = opens is not { } at || HolidaysKnownOn(DateOnly.FromDateTime(LocalTime(at).DateTime), calendar);
        return new Openness(Truth.No, local) { OpensAt = opens, Holiday = holiday, HolidaysKnown = known && knownThen };
    }

    private TimeZoneInfo? ZoneOf() => Zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : null;

    private bool HolidaysKnownOn(DateOnly day, HolidayCalendar calendar)
    {
        HolidayOn(day, calendar, out _, out var known);
        return known;
    }

    private PublicHoliday? HolidayOn(DateOnly day, HolidayCalendar calendar, out bool closed, out bool known)
    {
        closed = false;
        known = Holidays == HolidayRule.Open || AroundTheClock && Holidays == HolidayRule.Unknown;
        if (Holidays != HolidayRule.Closed) return null;
        var holiday = calendar.On(HolidayPlace, day, out var certain);
        known = certain && calendar.Knows(HolidayPlace, day.Year);
        closed = holiday is not null && certain;
        return holiday;
    }

    /// <summary>Open spans from yesterday on, in order, those that touch joined.</summary>
    private List<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly today, HolidayCalendar calendar)
    {
        var zone = ZoneOf() ?? TimeZoneInfo.Utc;
        var found = new List<(DateTimeOffset From, DateTimeOffset To)>();
        for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            HolidayOn(day, calendar, out var closed, out _);
            if (closed) continue;
            if (AroundTheClock) found.Add((Moment(day, 0, zone, late: false), Moment(day, 24 * 60, zone, late: false)));
            foreach (var span in Week.Where(span => span.Day == day.DayOfWeek))
                found.Add((Moment(day, span.From, zone, late: false), Moment(span.CrossesMidnight ? day.AddDays(1) : day, span.To, zone, late: true)));
        }

        found.Sort();
        var joined = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var span in found.Where(span => span.From < span.To))
        {
            if (joined.Count > 0 && span.From <= joined[^1].To) joined[^1] = (joined[^1].From, span.To > joined[^1].To ? span.To : joined[^1].To);
            else joined.Add(span);
        }

        return joined;
    }

    /// <summary>
    /// The moment a wall clock shows a time. A time that is skipped in spring is the moment of the change; one that comes twice in autumn is
    /// the first for an opening and the second for a closing: the desk is there as long as its clock says so.
    /// </summary>
    private static DateTimeOffset Moment(DateOnly day, int minutes, TimeZoneInfo zone, bool late)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        if (zone.IsInvalidTime(wall))
        {
            var before = wall;
            while (zone.IsInvalidTime(before)) before = before.AddMinutes(-1);
            return new DateTimeOffset(before, zone.GetUtcOffset(before)).AddMinutes(1).ToUniversalTime();
        }

        if (!zone.IsAmbiguousTime(wall)) return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
        var offsets = zone.GetAmbiguousTimeOffsets(wall);
        // The larger offset lies earlier.
        return new DateTimeOffset(wall, late ? offsets.Min() : offsets.Max()).ToUniversalTime();
    }
}
