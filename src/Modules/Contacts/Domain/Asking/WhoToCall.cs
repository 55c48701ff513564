using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>Answers "who do I call now": open first, then who opens soonest; with the next steps. Pure; never invents a contact.</summary>
internal static class WhoToCall
{
    private const int MostSteps = 5;
    private const int MostOthers = 8;

    /// <summary>The answer from the book as it is.</summary>
    /// <param name="question">State, function, moment, languages.</param>
    /// <param name="book">The directory, or the part of it that the caller may see.</param>
    /// <param name="calendar">Public holidays.</param>
    /// <param name="checks">Communication checks by point that the caller may know of.</param>
    internal static WhoAnswer Ask(WhoQuestion question, ContactBook book, HolidayCalendar calendar, IReadOnlyDictionary<string, CheckHistory> checks)
    {
        var valid = book.PointsOf(question.State).Where(point => point.IsValidAt(question.At)).ToList();
        var lines = Sort(valid.Where(point => point.Function == question.Function).Select(point => Line(point, question, book, calendar, checks)), question).ToList();
        if (lines.Count == 0)
            return new WhoAnswer(question, [], [.. Sort(valid.Select(point => Line(point, question, book, calendar, checks)), question).Take(MostOthers).Select(line => WithSteps(line, [], valid, question, book, calendar))]);
        lines = WithStandIns(lines, question, book, calendar, checks);
        return new WhoAnswer(question, [.. lines.Select(line => WithSteps(line, lines, valid, question, book, calendar))], []);
    }

    /// <summary>How one point stands at the moment, with its next steps.</summary>
    internal static WhoLine Of(ContactPoint point, WhoQuestion question, ContactBook book, HolidayCalendar calendar, IReadOnlyDictionary<string, CheckHistory> checks)
    {
        var valid = book.PointsOf(book.StateOf(point)).Where(each => each.IsValidAt(question.At)).ToList();
        var same = Sort(valid.Where(each => each.Function == point.Function).Select(each => Line(each, question, book, calendar, checks)), question).ToList();
        return WithSteps(Line(point, question, book, calendar, checks), same, valid, question, book, calendar);
    }

    private static WhoLine Line(ContactPoint point, WhoQuestion question, ContactBook book, HolidayCalendar calendar, IReadOnlyDictionary<string, CheckHistory> checks)
    {
        var history = checks.GetValueOrDefault(point.Id);
        return new WhoLine(point, book.BodyOf(point), point.Hours.At(question.At, calendar), SharedWith(point, question))
        {
            Checks = history,
            IsOverdue = history?.IsOverdueAt(question.At) == true,
        };
    }

    private static IOrderedEnumerable<WhoLine> Sort(IEnumerable<WhoLine> lines, WhoQuestion question) => lines
        .OrderBy(line => Rank(line.Openness))
        .ThenBy(line => line.IsOverdue)
        .ThenBy(line => line.Openness.OpensAt ?? (line.Openness.IsOpen == Truth.No ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue))
        .ThenBy(line => LanguageRank(line, question))
        .ThenBy(line => line.Openness.HolidaysKnown ? 0 : 1)
        .ThenBy(line => line.Point.Function)
        .ThenBy(line => line.Point.Id, StringComparer.Ordinal);

    // Nobody knows whether a desk without recorded hours is there: behind those that are, before those that are not.
    private static int Rank(Openness openness) => openness.IsOpen switch { Truth.Yes => 0, Truth.Unknown => 1, _ => 2 };

    private static int LanguageRank(WhoLine line, WhoQuestion question)
    {
        for (var at = 0; at < question.Languages.Count; at++)
        {
            if (line.Shared.Any(language => Same(language, question.Languages[at]))) return at;
        }

        return question.Languages.Count;
    }

    private static List<string> SharedWith(ContactPoint point, WhoQuestion question) =>
        [.. point.Languages.Where(language => question.Languages.Any(spoken => Same(language, spoken)))];

    /// <summary>Two tags speak to each other where their first parts agree: en-PH with en.</summary>
    private static bool Same(string left, string right) => left.Split('-')[0].Equals(right.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>Before a point that did not answer its last check stand its alternates, as far as they are not worse off at the moment.</summary>
    private static List<WhoLine> WithStandIns(List<WhoLine> lines, WhoQuestion question, ContactBook book, HolidayCalendar calendar, IReadOnlyDictionary<string, CheckHistory> checks)
    {
        var result = new List<WhoLine>();
        foreach (var line in lines)
        {
            if (line.IsOverdue)
            {
                result.AddRange(line.Point.Alternates
                    .Select(book.Point).OfType<ContactPoint>()
                    .Where(point => point.IsValidAt(question.At) && lines.All(each => each.Point.Id != point.Id) && result.All(each => each.Point.Id != point.Id))
                    .Select(point => Line(point, question, book, calendar, checks) with { StandsInFor = line.Point })
                    .Where(stand => !stand.IsOverdue && Rank(stand.Openness) <= Rank(line.Openness)));
            }

            result.Add(line);
        }

        return result;
    }

    private static WhoLine WithSteps(WhoLine line, IReadOnlyList<WhoLine> same, IReadOnlyList<ContactPoint> valid, WhoQuestion question, ContactBook book, HolidayCalendar calendar)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { line.Point.Id };
        var steps = new List<WhoStep>();
        void Add(ContactPoint point, StepReason reason)
        {
            if (steps.Count < MostSteps && point.IsValidAt(question.At) && taken.Add(point.Id))
                steps.Add(new WhoStep(point, book.BodyOf(point), point.Hours.At(question.At, calendar), reason));
        }

        foreach (var alternate in line.Point.Alternates.Select(book.Point).OfType<ContactPoint>()) Add(alternate, StepReason.Alternate);
        foreach (var other in same.Where(other => other.Point.Function == line.Point.Function)) Add(other.Point, StepReason.SameFunction);
        foreach (var other in valid.Where(point => point.Hours.At(question.At, calendar).IsOpen == Truth.Yes).OrderBy(point => point.Function)) Add(other, StepReason.OtherFunction);
        return line with { Next = steps };
    }
}
