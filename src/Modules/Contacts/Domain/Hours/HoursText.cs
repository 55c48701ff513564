using System.Globalization;

namespace Noroshi.Contacts.Domain;

/// <summary>Reads and writes hours as people note them: <c>24/7</c>, <c>Mon-Fri 09:00-17:30; Sat 10:00-12:00</c>, <c>Fri 22:00-06:00</c>.</summary>
internal static class HoursText
{
    internal const string Always = "24/7";
    private const int MostSpans = 42;
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The week of the text; null when it cannot be understood. An empty text is an empty week: not recorded.</summary>
    internal static IReadOnlyList<WeeklySpan>? Read(string text)
    {
        var spans = new List<WeeklySpan>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || DaysOf(words[0]) is not { } days) return null;
            foreach (var times in words[1].Split(','))
            {
                if (Span(times) is not { } span) return null;
                spans.AddRange(days.Select(day => new WeeklySpan(day, span.From, span.To)));
            }
        }

        return spans.Count > MostSpans ? null : [.. spans.Distinct().OrderBy(span => Order(span.Day)).ThenBy(span => span.From)];
    }

    /// <summary>The text of a week; days with the same hours that follow each other are written as one.</summary>
    internal static string Write(IReadOnlyList<WeeklySpan> week)
    {
        var byDay = Enumerable.Range(0, 7)
            .Select(index => string.Join(',', week.Where(span => Order(span.Day) == index).OrderBy(span => span.From).Select(span => span.Times)))
            .ToList();
        var parts = new List<string>();
        for (var first = 0; first < 7; first++)
        {
            if (byDay[first].Length == 0) continue;
            var last = first;
            while (last < 6 && byDay[last + 1] == byDay[first]) last++;
            parts.Add((first == last ? Days[first] : $"{Days[first]}-{Days[last]}") + " " + byDay[first]);
            first = last;
        }

        return string.Join("; ", parts);
    }

    private static int Order(DayOfWeek day) => ((int)day + 6) % 7;

    private static List<DayOfWeek>? DaysOf(string text)
    {
        var found = new List<DayOfWeek>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Index(ends[0]), Index(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0) return null;
            for (var at = first; ; at = (at + 1) % 7)
            {
                found.Add((DayOfWeek)((at + 1) % 7));
                if (at == last) break;
            }
        }

        return found;
    }

    private static int Index(string name) => Array.FindIndex(Days, day => day.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static (int From, int To)? Span(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2 && Minutes(ends[0]) is { } from and < 1440 && Minutes(ends[1]) is { } to ? (from, to == 0 ? 1440 : to) : null;
    }

    private static int? Minutes(string text) =>
        text.Length == 5 && text[2] == ':'
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 24
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
        && (hours < 24 || minutes == 0)
            ? (hours * 60) + minutes
            : null;
}
