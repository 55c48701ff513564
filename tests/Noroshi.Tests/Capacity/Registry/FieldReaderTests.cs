using System.Globalization;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Asking;

namespace Noroshi.Tests.Capacity.Registry;

/// <summary>What may be entered into the registry and what is refused.</summary>
public sealed class FieldReaderTests
{
    private static readonly DateOnly _today = new(2026, 11, 28);

    [Fact]
    public void Project_WhenWhole_IsKeptInOneForm()
    {
        var fields = Read(EntryKind.Project, Project(), []).ShouldNotBeNull();
        fields["recipients"].ShouldBe("PH 60; VN 40");
        fields["sectors"].ShouldBe("99:CY04 70; 99:CY19 30; 1:22040 100");
        fields["funding"].ShouldBe("Agency; Fund");
        fields.ContainsKey("tags").ShouldBeFalse("what is empty is not kept");
        var project = ReviewedLibrary.Record((EntryKind.Project, new Dictionary<string, string>(fields))).Projects.ShouldHaveSingleItem();
        (project.Recipients.Sum(share => share.Percent), project.Topics.Count(), project.Organisations.Count()).ShouldBe((100, 2, 3));
    }

    [Theory]
    [InlineData("recipients", "PH 60; VN 30")]
    [InlineData("recipients", "PH 60; VN 40.001")]
    [InlineData("recipients", "PH; VN")]
    [InlineData("recipients", "PH 50; PH 50")]
    [InlineData("recipients", "XX 100")]
    [InlineData("recipients", "PH 0; VN 100")]
    [InlineData("recipients", "PH -10; VN 110")]
    [InlineData("sectors", "CY04 70; CY19 20")]
    [InlineData("sectors", "CY99 100")]
    [InlineData("sectors", "22040 60; 15130 30")]
    [InlineData("status", "7")]
    [InlineData("tied", "1")]
    [InlineData("finance", "11")]
    [InlineData("aid", "Z01")]
    [InlineData("identifier", "JP 1")]
    [InlineData("identifier", "JP/1")]
    [InlineData("planned_end", "2026-01-01")]
    [InlineData("actual_start", "2027-01-01")]
    [InlineData("needs", "C-99")]
    [InlineData("marking", "WHITE")]
    [InlineData("source", "")]
    [InlineData("title", "two\nlines")]
    [InlineData("text", "a\u202Eb")]
    public void Project_WhenAFieldIsWrong_IsRefusedForThatField(string field, string value)
    {
        var typed = Project();
        typed[field] = value;
        List<WrongAskException> problems = [];
        Read(EntryKind.Project, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe(field);
        problems[0].Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Project_WhenItHasNoBeginning_IsRefused()
    {
        var typed = Project();
        typed["planned_start"] = "";
        List<WrongAskException> problems = [];
        Read(EntryKind.Project, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe("planned_start");
    }

    [Theory]
    [InlineData("1250000.505", "amount")]
    [InlineData("1e6", "amount")]
    [InlineData("many", "amount")]
    public void Money_WhenTheSumIsNoSum_IsRefused(string amount, string field)
    {
        List<WrongAskException> problems = [];
        var typed = new Dictionary<string, string?> { ["project"] = "C-1", ["type"] = "budget", ["amount"] = amount, ["currency"] = "jpy", ["start"] = "2026", ["marking"] = "amber", ["source"] = "x", ["confidence"] = "B" };
        Read(EntryKind.Money, typed, problems).ShouldBeNull();
        problems.Select(problem => problem.Parameter).ShouldBe([field]);
        typed["amount"] = "-1,250,000.50";
        var kept = Read(EntryKind.Money, typed, []).ShouldNotBeNull();
        (kept["amount"], kept["currency"]).ShouldBe(("-1250000.5", "JPY"));
    }

    [Theory]
    [InlineData("predicted", "-50", "predicted")]
    [InlineData("predicted_low", "0", "predicted")]
    [InlineData("predicted", "", "predicted")]
    public void Effect_WhenAValueIsOutsideItsBounds_IsRefused(string field, string value, string wrong)
    {
        var typed = new Dictionary<string, string?> { ["project"] = "C-1", ["title"] = "x", ["unit"] = "%", ["date"] = "2026-01", ["predicted"] = "-20", ["predicted_low"] = "-40", ["predicted_high"] = "-5", ["observed"] = "-10", ["text"] = "x", ["marking"] = "amber", ["source"] = "x", ["confidence"] = "B" };
        Read(EntryKind.Effect, typed, []).ShouldNotBeNull();
        typed[field] = value;
        List<WrongAskException> problems = [];
        Read(EntryKind.Effect, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe(wrong);
    }

    [Fact]
    public void Assessment_WhenTheModelIsUnknown_SaysSoForModelAndScores()
    {
        List<WrongAskException> problems = [];
        Read(EntryKind.Assessment, new Dictionary<string, string?> { ["state"] = "PH", ["model"] = "CMM", ["date"] = "2026-01", ["assessor"] = "x", ["scores"] = "D1.1 3", ["marking"] = "red", ["source"] = "x", ["confidence"] = "B" }, problems).ShouldBeNull();
        problems.Select(problem => problem.Parameter).ShouldBe(["model", "scores"]);
    }

    private static Dictionary<string, string?> Project() => new()
    {
        ["title"] = "CSIRT operation",
        ["text"] = "Duty roster and tickets.",
        ["identifier"] = "XM-DAC-1-2",
        ["status"] = "2",
        ["planned_start"] = "2026-04",
        ["planned_end"] = "2027-03",
        ["funding"] = "Agency； Fund",
        ["implementing"] = "Institute",
        ["recipients"] = "PH 60; VN 40",
        ["sectors"] = "CY04 70%; CY19 30; 22040",
        ["tags"] = "",
        ["finance"] = "110",
        ["aid"] = "d02",
        ["tied"] = "5",
        ["needs"] = "C-2",
        ["marking"] = "amber",
        ["source"] = "record",
        ["confidence"] = "B",
    };

    private static IReadOnlyDictionary<string, string>? Read(EntryKind kind, IReadOnlyDictionary<string, string?> typed, ICollection<WrongAskException> problems)
    {
        var record = ReviewedLibrary.Record(
            (EntryKind.Project, new() { ["title"] = "x", ["text"] = "x", ["status"] = "2", ["planned_start"] = "2026", ["recipients"] = "PH 100", ["sectors"] = "99:CY04 100" }),
            (EntryKind.Need, new() { ["title"] = "x", ["text"] = "x", ["state"] = "PH", ["topic"] = "CY04", ["priority"] = "1" }));
        return new FieldReader(record, ReviewedLibrary.Library, new Names(), _today).Read(kind, typed, problems);
    }

    private sealed class Names : IStateNames
    {
        public IReadOnlyList<CountryCode> Codes { get; } = [CountryCode.Parse("JP"), CountryCode.Parse("PH"), CountryCode.Parse("VN")];

        public string NameOf(CountryCode code, CultureInfo culture) => code.ToString();
    }
}
