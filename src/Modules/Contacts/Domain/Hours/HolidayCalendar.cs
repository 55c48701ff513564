namespace Noroshi.Contacts.Domain;

/// <summary>Public holidays by country and day, and for which years they were recorded at all.</summary>
internal sealed class HolidayCalendar
{
    private readonly Dictionary<(string Country, DateOnly Day), List<PublicHoliday>> _days = [];
    private readonly HashSet<(string Country, int Year)> _years = [];

    internal HolidayCalendar(IEnumerable<(string Country, DateOnly Day, PublicHoliday Holiday)> holidays)
    {
        foreach (var (country, day, holiday) in holidays)
        {
            _years.Add((country, day.Year));
            if (!_days.TryGetValue((country, day), out var list)) _days[(country, day)] = list = [];
            list.Add(holiday);
        }
    }

    internal static HolidayCalendar Empty { get; } = new([]);

    /// <summary>True where the holidays of that country and year were recorded; false means that nobody knows here.</summary>
    internal bool Knows(string place, int year) => _years.Contains((CountryOf(place), year));

    /// <summary>The holiday of that day, or null.</summary>
    /// <param name="place">A country (<c>GB</c>), or a part of it (<c>GB-SCT</c>).</param>
    /// <param name="day">Day on the clock there.</param>
    /// <param name="isCertain">False where only parts of the country keep it and the place does not say which part it is.</param>
    internal PublicHoliday? On(string place, DateOnly day, out bool isCertain)
    {
        isCertain = true;
        if (!_days.TryGetValue((CountryOf(place), day), out var list)) return null;
        var region = place.Length > 3 ? place[3..] : "";
        if (list.FirstOrDefault(each => each.Regions.Count == 0 || each.Regions.Contains(region, StringComparer.OrdinalIgnoreCase)) is { } kept) return kept;
        if (region.Length > 0) return null;
        isCertain = false;
        return list[0];
    }

    private static string CountryOf(string place) => place.Length > 2 ? place[..2] : place;
}
