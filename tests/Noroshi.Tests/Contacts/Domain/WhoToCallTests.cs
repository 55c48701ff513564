using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Tests.Contacts.Domain;

public class WhoToCallTests
{
    private static readonly DateTimeOffset SundayNoon = Entries.At("2026-03-01T04:00Z");

    [Fact]
    public void Ask_WhenSomeAreOpen_PutsThemFirstThenWhoOpensSoonest() => Ids(Ask(
        Entries.Point("a-monday-late", "Mon 15:00-16:00", holidays: "open"),
        Entries.Point("b-unknown", ""),
        Entries.Point("c-monday-early", "Mon 08:00-16:00", holidays: "open"),
        Entries.Point("d-always"))).ShouldBe(["d-always", "b-unknown", "c-monday-early", "a-monday-late"]);

    [Fact]
    public void Ask_WhenTheCallerNamesLanguages_PrefersTheirs()
    {
        var answer = Ask(["ja", "en"], Entries.Point("a", languages: ["fil"]), Entries.Point("b", languages: ["fil", "en-PH"]), Entries.Point("c", languages: ["ja"]));
        Ids(answer).ShouldBe(["c", "b", "a"]);
        answer.Lines[1].Shared.ShouldBe(["en-PH"]);
    }

    [Fact]
    public void Ask_WhenAPointIsNotValid_LeavesItOut()
    {
        Ids(Ask(
            Entries.Point("a-ended") with { ValidUntil = new DateOnly(2026, 2, 28) },
            Entries.Point("b-later") with { ValidFrom = new DateOnly(2026, 3, 2) },
            Entries.Point("c-retired") with { RetiredAt = SundayNoon.AddDays(-1) },
            Entries.Point("d-last-day") with { ValidUntil = new DateOnly(2026, 3, 1) })).ShouldBe(["d-last-day"]);
    }

    [Fact]
    public void Ask_WhenTheDayDiffersThere_ValidityFollowsTheirDay()
    {
        var point = Entries.Point("kiribati", zone: "Pacific/Kiritimati") with { ValidFrom = new DateOnly(2026, 3, 2) };
        point.IsValidAt(Entries.At("2026-03-01T10:30Z")).ShouldBeTrue();
        point.IsValidAt(Entries.At("2026-03-01T09:30Z")).ShouldBeFalse();
    }

    [Fact]
    public void Ask_WhenNobodyHoldsTheFunction_OffersOthersAndInventsNothing()
    {
        var answer = Ask(Entries.Point("p-diplomatic", function: ContactFunction.Diplomatic));
        answer.Lines.ShouldBeEmpty();
        answer.Others.ShouldHaveSingleItem().Point.Id.ShouldBe("p-diplomatic");
        var nothing = WhoToCall.Ask(new WhoQuestion(CountryCode.Parse("VN"), ContactFunction.Technical, SundayNoon, []), Book(Entries.Point("a")), Entries.NoHolidays, CheckHistory.None);
        nothing.Lines.ShouldBeEmpty();
        nothing.Others.ShouldBeEmpty();
    }

    [Fact]
    public void Ask_WhenNobodyAnswers_LeadsOnFromAlternatesToOthersThatAreOpen()
    {
        var answer = Ask(
            Entries.Point("a") with { Alternates = ["x-diplomatic", "missing", "b"] },
            Entries.Point("b", ""),
            Entries.Point("x-diplomatic", "Mon 09:00-10:00", function: ContactFunction.Diplomatic, holidays: "open"),
            Entries.Point("y-network", function: ContactFunction.Network),
            Entries.Point("z-closed", "Mon 09:00-10:00", function: ContactFunction.Csirt, holidays: "open"));
        answer.Lines[0].Next.Select(step => (step.Point.Id, step.Reason)).ShouldBe(
            [("x-diplomatic", StepReason.Alternate), ("b", StepReason.Alternate), ("y-network", StepReason.OtherFunction)]);
        answer.Lines[1].Next[0].Reason.ShouldBe(StepReason.SameFunction);
        answer.Lines[1].Next[0].Point.Id.ShouldBe("a");
    }

    [Fact]
    public void Ask_WhenACheckWentUnanswered_ShowsTheAlternatesFirst()
    {
        var points = new[]
        {
            Entries.Point("a") with { Alternates = ["s-network", "t-closed"] },
            Entries.Point("b"),
            Entries.Point("s-network", function: ContactFunction.Network),
            Entries.Point("t-closed", "Mon 09:00-10:00", function: ContactFunction.Csirt, holidays: "open"),
        };
        var overdue = CheckHistory.Of([Check("a", SundayNoon.AddDays(-4)), Check("b", SundayNoon.AddHours(-1))]);
        var answer = WhoToCall.Ask(Question([]), Book(points), Entries.NoHolidays, overdue);
        Ids(answer).ShouldBe(["b", "s-network", "a"]);
        answer.Lines[1].StandsInFor!.Id.ShouldBe("a");
        answer.Lines[2].IsOverdue.ShouldBeTrue();
        var answered = CheckHistory.Of([Check("a", SundayNoon.AddDays(-4)) with { AnsweredAt = SundayNoon.AddDays(-1) }]);
        Ids(WhoToCall.Ask(Question([]), Book(points), Entries.NoHolidays, answered)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Figures_WhenCounted_LeaveOutWhatMayStillBeAnswered()
    {
        var now = SundayNoon;
        var checks = Enumerable.Range(1, 10).Select(hours => Check("a", now.AddDays(-10)) with { AnsweredAt = now.AddDays(-10).AddHours(hours) })
            .Append(Check("a", now.AddDays(-9)) with { AnsweredAt = now.AddDays(-9).AddHours(60) })
            .Append(Check("a", now.AddDays(-5)))
            .Append(Check("a", now.AddHours(-1)));
        var figures = CheckFigures.Of(checks, now);
        figures.ShouldBe(new CheckFigures(12, 11, 10, 1, TimeSpan.FromHours(6), TimeSpan.FromHours(10)));
        figures.AnsweredShare!.Value.ShouldBe(11 / 12.0, 1e-9);
        CheckFigures.Of([], now).ShouldBe(new CheckFigures(0, 0, 0, 0, null, null));
    }

    private static ContactCheck Check(string point, DateTimeOffset sent) => new() { Id = point + sent.Ticks, PointId = point, SentAt = sent, DueAt = sent.AddHours(48), ExpiresAt = sent.AddDays(14) };

    private static WhoQuestion Question(IReadOnlyList<string> languages) => new(CountryCode.Parse("PH"), ContactFunction.Technical, SundayNoon, languages);

    private static ContactBook Book(params ContactPoint[] points) => new([Entries.Body()], points);

    private static WhoAnswer Ask(params ContactPoint[] points) => Ask([], points);

    private static WhoAnswer Ask(IReadOnlyList<string> languages, params ContactPoint[] points) => WhoToCall.Ask(Question(languages), Book(points), Entries.NoHolidays, CheckHistory.None);

    private static IEnumerable<string> Ids(WhoAnswer answer) => answer.Lines.Select(line => line.Point.Id);
}
