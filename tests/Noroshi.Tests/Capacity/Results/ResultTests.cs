using Noroshi.Capacity.Registry;
using Noroshi.Capacity.Results;
using Noroshi.Kernel;

namespace Noroshi.Tests.Capacity.Results;

/// <summary>What came of a project: log frame, money, assessments before and after.</summary>
public sealed class ResultTests
{
    [Fact]
    public void LogFrame_WhenRead_GoesFromImpactToOutputWithPeriodsInOrder()
    {
        var record = ReviewedLibrary.Record(
            Project(), Indicator("1", "Output"), Indicator("3", "Impact"), Period("C-2", "2026-07", "2026-12", "10", null), Period("C-2", "2026-01", "2026-06", "5", "7"));
        var lines = LogFrame.Of(record.Projects[0], record).Lines;
        lines.Select(line => line.Indicator.Result).ShouldBe(["Impact", "Output"]);
        lines[1].Periods.Select(period => period.Reached(isRising: true)).ShouldBe([true, null], "without an actual value nothing is said");
        lines[1].Periods[0].Reached(isRising: false).ShouldBe(false);
    }

    [Fact]
    public void Money_WhenSummed_KeepsCurrenciesApartAndTheUnknownUnknown()
    {
        var record = ReviewedLibrary.Record(Project(), Money("budget", "100", "USD"), Money("budget", "50.5", "USD"), Money("disbursement", "70", "JPY"), Money("disbursement", "-20", "JPY"));
        ProjectMoney.Of(record.Projects[0], record).ShouldBe([new ProjectMoney("JPY", null, null, 50, null, null), new ProjectMoney("USD", 150.5m, null, null, null, null)]);
    }

    [Fact]
    public void BeforeAfter_WhenAssessedTwice_ComparesOneModelAlone()
    {
        var record = ReviewedLibrary.Record(Project(), Assessed("CMM-2021", "2023", "D1.1 1"), Assessed("CMM-2021", "2024-06", "D1.1 2"), Assessed("CMM-2021", "2026", "D1.1 3\nD1.2 2"), Assessed("NCSI-3.0", "2026", "1 40"));
        var pair = BeforeAfter.Of(record.Projects[0], record).ShouldHaveSingleItem();
        (pair.Before.Score("D1.1")!.Level, pair.After!.Score("D1.1")!.Level).ShouldBe(("2", "3"));
        pair.Codes.ShouldBe(["D1.1", "D1.2"]);
    }

    [Fact]
    public void BeforeAfter_WhenNothingWasAssessedSince_SaysSo()
    {
        var record = ReviewedLibrary.Record(Project(), Assessed("CMM-2021", "2024", "D1.1 2"));
        BeforeAfter.Of(record.Projects[0], record).ShouldHaveSingleItem().After.ShouldBeNull();
    }

    [Theory]
    [InlineData("2023-11-28", 3, true)]
    [InlineData("2023-11-29", 2, false)]
    [InlineData("2023", 2, false)]
    [InlineData("2020", 5, true)]
    public void Assessment_WhenThreeYearsPassed_IsOld(string date, int years, bool old)
    {
        var one = ReviewedLibrary.Record(Assessed("CMM-2021", date, "D1.1 2")).Assessments[0];
        var today = new DateOnly(2026, 11, 28);
        (one.Age(today), one.IsOld(today)).ShouldBe((years, old));
    }

    [Fact]
    public void Recipients_WhenRead_AreStates() => ReviewedLibrary.Record(Project()).Projects[0].States.ShouldBe([CountryCode.Parse("PH")]);

    private static (EntryKind, Dictionary<string, string>) Project() =>
        (EntryKind.Project, new() { ["title"] = "x", ["text"] = "x", ["status"] = "2", ["actual_start"] = "2025-04", ["recipients"] = "PH 100", ["sectors"] = "99:CY04 100" });

    private static (EntryKind, Dictionary<string, string>) Indicator(string level, string result) =>
        (EntryKind.Indicator, new() { ["project"] = "C-1", ["level"] = level, ["result"] = result, ["title"] = "x", ["unit"] = "x", ["direction"] = "rising" });

    private static (EntryKind, Dictionary<string, string>) Period(string indicator, string start, string end, string target, string? actual)
    {
        var fields = new Dictionary<string, string> { ["indicator"] = indicator, ["start"] = start, ["end"] = end, ["target"] = target };
        if (actual is not null) fields["actual"] = actual;
        return (EntryKind.Period, fields);
    }

    private static (EntryKind, Dictionary<string, string>) Money(string type, string amount, string currency) =>
        (EntryKind.Money, new() { ["project"] = "C-1", ["type"] = type, ["amount"] = amount, ["currency"] = currency, ["start"] = "2026" });

    private static (EntryKind, Dictionary<string, string>) Assessed(string model, string date, string scores) =>
        (EntryKind.Assessment, new() { ["state"] = "PH", ["model"] = model, ["date"] = date, ["assessor"] = "x", ["scores"] = scores });
}
