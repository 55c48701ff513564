using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

public sealed class WhenParserTests
{
    private static Vocabulary Words => ReviewedRules.Vocabulary;

    [Theory]
    [InlineData("inForce(ETS185)&dataIn(rqd)", "inForce(ETS185) & dataIn(rqd)")]
    [InlineData("resv(rqd,ETS185,29(4))", "resv(rqd,ETS185,29(4))")]
    [InlineData("resv( rqd , CETS224 , 7(9)(a) )", "resv(rqd,CETS224,7(9)(a))")]
    [InlineData("dualCriminality()!=true", "!dualCriminality()")]
    [InlineData("dualCriminality() == false", "!dualCriminality()")]
    [InlineData("dualCriminality()!=false", "dualCriminality()")]
    [InlineData("mlat() & (req=JP | rqd==JP)", "mlat() & (req==JP | rqd==JP)")]
    [InlineData("date>=2026-08-18", "date>=2026-08-18")]
    [InlineData("dataType(traffic|content)", "dataType(traffic|content)")]
    [InlineData("((mlat()))", "mlat()")]
    [InlineData("!(mlat() | extr())", "!(mlat() | extr())")]
    [InlineData("!!mlat()", "!!mlat()")]
    [InlineData("mlat() | extr() & urgent()", "mlat() | extr() & urgent()")]
    [InlineData("(mlat() | extr()) & urgent()", "(mlat() | extr()) & urgent()")]
    [InlineData("mlat() & (extr() & urgent())", "mlat() & (extr() & urgent())")]
    [InlineData("inForce(CLOUD)", "inForce(CLOUD)")]
    [InlineData("true", "true")]
    public void Parse_WhenWrittenInAnyWay_IsPrintedInOne(string text, string printed) => WhenParser.Parse(text, Words).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("inForse(ETS185)", 1, "inForse")]
    [InlineData("mlat() & inForce(ETS186)", 18, "ETS186")]
    [InlineData("inForce()", 1, "0 argument")]
    [InlineData("inForce(ETS185,req)", 1, "2 argument")]
    [InlineData("resv(rqd,ETS185)", 1, "2 argument")]
    [InlineData("resv(rqt,ETS185,29(4))", 6, "rqt")]
    [InlineData("resv(rqd,ETS185,Art. 29)", 17, "Art. 29")]
    [InlineData("offenceIn(ETS185_50_60)", 11, "ETS185_50_60")]
    [InlineData("offenceIn(everything)", 11, "everything")]
    [InlineData("dataType(traffic|metadata)", 10, "metadata")]
    [InlineData("mlat() &", 9, "ends too early")]
    [InlineData("mlat() extr()", 8, "'e'")]
    [InlineData("(mlat()", 1, "not closed")]
    [InlineData("resv(rqd,ETS185,29(4)", 5, "not closed")]
    [InlineData("mlat())", 7, "')'")]
    [InlineData("urgent", 1, "without parentheses")]
    [InlineData("date", 1, "stands alone")]
    [InlineData("date>=2026-02-30", 7, "2026-02-30")]
    [InlineData("req>JP", 1, "stands alone")]
    [InlineData("req==jp", 6, "jp")]
    [InlineData("req", 1, "stands alone")]
    [InlineData("mlat() >= true", 8, "no order")]
    [InlineData("dualCriminality()==unknown", 20, "true or false")]
    [InlineData("mlat() % extr()", 8, "'%'")]
    public void Parse_WhenSomethingIsWrong_SaysWhereAndWhat(string text, int column, string what)
    {
        var problem = Should.Throw<WhenException>(() => WhenParser.Parse(text, Words));

        problem.Column.ShouldBe(column);
        problem.What.ShouldContain(what);
        problem.Todo.ShouldNotBeEmpty();
    }

    [Fact]
    public void Parse_WhenNameIsMistyped_SuggestsTheNearest() =>
        Should.Throw<WhenException>(() => WhenParser.Parse("inForse(ETS185)", Words)).Todo.ShouldContain("inForce");

    [Fact]
    public void Parse_WhenTooLongTooDeepOrTooWide_IsRefused()
    {
        Should.Throw<WhenException>(() => WhenParser.Parse(new string('(', WhenParser.Deepest + 1) + "true", Words)).What.ShouldContain("deep");
        Should.Throw<WhenException>(() => WhenParser.Parse(new string('!', 1_999) + "true", Words));
        Should.Throw<WhenException>(() => WhenParser.Parse(new string(' ', WhenParser.LongestText + 1), Words)).What.ShouldContain("longer");
        Should.Throw<WhenException>(() => WhenParser.Parse(string.Join('|', Enumerable.Repeat("true", WhenParser.MostParts + 1)), Words)).What.ShouldContain("parts");
    }

    [Fact]
    public void Parse_OfEveryRuleOfTheBook_PrintsWhatReadsTheSame()
    {
        foreach (var rule in ReviewedRules.Book.Rules)
        {
            var condition = WhenParser.Parse(rule.When, Words);
            WhenParser.Parse(condition.ToString(), Words).ShouldBe(condition, rule.Id);
        }
    }

    /// <summary>Random trees are printed and read again: the same tree comes back.</summary>
    [Fact]
    public void Parse_OfRandomPrintedTrees_GivesTheSameTree()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 5_000; i++)
        {
            var tree = RandomConditions.Tree(random, 5);
            WhenParser.Parse(tree.ToString(), Words).ShouldBe(tree);
        }
    }

    /// <summary>Whatever is done to a condition, reading it ends in a tree or in the one exception that says where.</summary>
    [Fact]
    public void Parse_OfMutatedConditions_ThrowsNothingElse()
    {
        var random = new Random(185);
        var seeds = ReviewedRules.Book.Rules.Select(rule => rule.When).Distinct().ToArray();
        for (var i = 0; i < 50_000; i++)
        {
            var text = RandomConditions.Mutate(random, seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)]);
            try
            {
                WhenParser.Parse(text, Words).ShouldNotBeNull();
            }
            catch (WhenException problem)
            {
                problem.Column.ShouldBeInRange(1, Math.Max(text.Length, WhenParser.LongestText) + 1, text);
            }
        }
    }
}
