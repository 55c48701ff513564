using System.Text;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Capacity.Iati.Checking;

/// <summary>Rules beyond the structure: each is told where it is broken and not where it is kept.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public void File_WhenAllIsWell_HasNeitherErrorsNorWarnings()
    {
        var verdict = IatiValidator.Run(new MemoryStream(ExampleFile.Of(1, 2, 3)), Today);
        (verdict.IsValid, verdict.WarningCount, verdict.Records).ShouldBe((true, 0, 3), string.Join("\n", verdict.Errors.Concat(verdict.Warnings)));
    }

    [Theory]
    [InlineData("rule.recipient-sum", "<recipient-country code=\"PH\"/>", "<recipient-country code=\"PH\" percentage=\"60\"/><recipient-country code=\"ID\" percentage=\"30\"/>")]
    [InlineData("rule.percentage-missing", "<recipient-country code=\"PH\"/>", "<recipient-country code=\"PH\"/><recipient-country code=\"ID\"/>")]
    [InlineData("rule.percentage-range", "<recipient-country code=\"PH\"/>", "<recipient-country code=\"PH\" percentage=\"120\"/><recipient-country code=\"ID\" percentage=\"-20\"/>")]
    [InlineData("rule.sector-sum", "<sector code=\"22040\"/>", "<sector code=\"22040\" percentage=\"50\"/><sector code=\"22010\" percentage=\"49.99\"/>")]
    [InlineData("rule.sector-missing", "<sector code=\"22040\"/>", "")]
    [InlineData("rule.own-vocabulary", "<sector code=\"22040\"/>", "<sector vocabulary=\"99\" code=\"CY03\"/>")]
    [InlineData("rule.date-order", "<activity-date type=\"2\" iso-date=\"2025-04-01\"/>", "<activity-date type=\"2\" iso-date=\"2025-04-01\"/><activity-date type=\"4\" iso-date=\"2025-03-31\"/>")]
    [InlineData("rule.date-order", "<period-end iso-date=\"2026-03-31\"/>", "<period-end iso-date=\"2025-03-31\"/>")]
    [InlineData("rule.budget-length", "<period-end iso-date=\"2026-03-31\"/>", "<period-end iso-date=\"2026-04-02\"/>")]
    [InlineData("rule.date-future", "<activity-date type=\"2\" iso-date=\"2025-04-01\"/>", "<activity-date type=\"2\" iso-date=\"2026-11-29\"/>")]
    [InlineData("rule.start-missing", "<activity-date type=\"2\"", "<activity-date type=\"3\"")]
    [InlineData("rule.identifier-prefix", "<iati-identifier>XX-EXERCISE-1-1<", "<iati-identifier>XX-OTHER-1<")]
    [InlineData("rule.identifier-characters", "role=\"1\"/>", "role=\"1\"/><participating-org ref=\"XX/1\" role=\"4\"/>")]
    [InlineData("rule.organisation-unnamed", "role=\"1\"/>", "role=\"1\"/><participating-org role=\"4\"/>")]
    [InlineData("rule.language-missing", " xml:lang=\"en\"", "")]
    [InlineData("rule.currency-missing", " default-currency=\"JPY\"", "")]
    [InlineData("rule.code-unknown", "<activity-status code=\"2\"/>", "<activity-status code=\"9\"/>")]
    [InlineData("rule.code-unknown", "<activity-date type=\"2\"", "<activity-date type=\"1\" iso-date=\"2025-04-01\"/><activity-date type=\"5\"")]
    [InlineData("rule.code-unknown", "role=\"1\"/>", "role=\"Funding\"/>")]
    [InlineData("rule.code-unknown", "role=\"1\"/>", "type=\"12\" role=\"1\"/>")]
    [InlineData("rule.code-unknown", "<budget>", "<budget type=\"\">")]
    [InlineData("rule.version", "version=\"2.03\"", "version=\"2.02\"")]
    [InlineData("rule.significance-missing", "<sector code=\"22040\"/>", "<sector code=\"22040\"/><policy-marker code=\"1\"/>")]
    [InlineData("rule.sector-level", "</activity>", "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2025-06-01\"/><value value-date=\"2025-06-01\">1</value><sector code=\"22040\"/></transaction></activity>")]
    [InlineData("rule.recipient-level", "</activity>", "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2025-06-01\"/><value value-date=\"2025-06-01\">1</value><recipient-country code=\"PH\"/></transaction></activity>")]
    public void Rule_WhenBroken_IsTold(string rule, string before, string after)
    {
        var text = Encoding.UTF8.GetString(ExampleFile.Of(1)).Replace("</iati-activity>", "</activity>", StringComparison.Ordinal);
        text.ShouldContain(before);
        text = text.Replace(before, after, StringComparison.Ordinal).Replace("</activity>", "</iati-activity>", StringComparison.Ordinal);
        var verdict = IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(text)), Today);
        var known = IatiRules.All.Single(each => each.Id == rule);
        verdict.IsValid.ShouldBe(!known.IsError, string.Join("\n", verdict.Errors));
        (known.IsError ? verdict.Errors : verdict.Warnings).Select(finding => finding.Rule).Distinct().ShouldBe([rule]);
    }

    [Fact]
    public void Code_WhenUnknown_IsToldWithLinePathAndTheList()
    {
        var text = ExampleFile.Text([ExampleFile.Activity(1, paid: 7).Replace("transaction-type code=\"3\"", "transaction-type code=\"C\"", StringComparison.Ordinal)]);
        var verdict = IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(text)), Today);
        verdict.IsValid.ShouldBeTrue();
        var told = verdict.Warnings.ShouldHaveSingleItem();
        (told.Rule, told.Path, text.Split('\n')[told.Line - 1].Contains("code=\"C\"", StringComparison.Ordinal)).ShouldBe(("rule.code-unknown", "/iati-activities/iati-activity[1]/transaction[1]/transaction-type", true));
        foreach (var said in new[] { "'C'", "TransactionType", "1, 2, 3", "Correct it." }) told.Message.ShouldContain(said);
    }

    [Fact]
    public void CodeLists_WhenWholeInTheReviewedTable_AreTheSame()
    {
        var rows = File.ReadLines(Path.Combine(ReferenceFolderOfTheTree.Path, "capacity", "iati-codelists.csv")).Select(line => line.Split(',')).Where(cells => cells.Contains("full")).ToLookup(cells => cells[0], cells => cells[1]);
        rows.Count.ShouldBe(12);
        foreach (var list in rows) CodeLists.All[list.Key].Codes.Order(StringComparer.Ordinal).ShouldBe(list.Order(StringComparer.Ordinal), list.Key);
    }

    [Fact]
    public void Shares_WhenThirds_AreRoundedForCountriesAndExactForSectors()
    {
        const string Thirds = "<recipient-country code=\"PH\" percentage=\"33.33\"/><recipient-country code=\"ID\" percentage=\"33.33\"/><recipient-region code=\"298\" percentage=\"33.33\"/><recipient-region vocabulary=\"99\" vocabulary-uri=\"https://example.org/v\" code=\"X\" percentage=\"100\"><narrative>X</narrative></recipient-region>";
        IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(ExampleFile.Text([ExampleFile.Activity(1, recipients: Thirds)]))), Today).WarningCount.ShouldBe(0);
    }
}
