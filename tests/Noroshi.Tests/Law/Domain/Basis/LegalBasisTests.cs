using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Tests.Law.Domain;

/// <summary>Runs each line of <c>legal-basis.md</c>.</summary>
public sealed class LegalBasisTests
{
    private const string Page = "legal-basis.md";

    public static TheoryData<int, string> Cases => MarkdownTable.Rows(Page, "Cases");

    public static TheoryData<int, string> Deadlines => MarkdownTable.Rows(Page, "Deadlines as data");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ask_WhenTheCaseIsOfTheTable_AnswersAsTheTableSays(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "Cases")[line];
        var lines = Ask(row).Lines;
        var found = row["found"].Split("; ");
        found.ShouldNotBeEmpty();
        foreach (var one in found) Finding.Check(lines, one.Trim(), says);
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Rule_WhenItIsADeadline_IsData(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "Deadlines as data")[line];
        var rule = ReviewedRules.Rules.Find(row["rule"])!.Rule;
        (rule.Provision, rule.Value, rule.Unit, rule.ClockStart).ShouldBe((row["provision"], row["value"], row["unit"], row["clock starts"]), says);
    }

    [Fact]
    public void Compile_OfTheReviewedRules_FindsNothingWrong() => ReviewedRules.Rules.Problems.ShouldBeEmpty();

    private static LegalAnswer Ask(IReadOnlyDictionary<string, string> row) => ReviewedRules.Engine.Ask(new BasisReader(ReviewedRules.Rules, ReviewedLaw.States, new Asking(ReviewedLaw.Register, ReviewedLaw.States, TimeProvider.System)).Read(new BasisAsk
    {
        From = row["from"],
        To = row["to"],
        Territory = row["territory"],
        On = row["on"],
        Measure = row["measure"],
        Offence = row["offence"],
        Data = row["data"],
        Urgent = row["urgent"] == "yes",
        Facts = row["facts"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    }));
}
