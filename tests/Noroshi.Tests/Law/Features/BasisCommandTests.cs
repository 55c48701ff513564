using System.Text.Json;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell;
using Noroshi.Shell.Asking;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Law.Features;

public sealed class BasisCommandTests
{
    [Fact]
    public async Task Basis_WhenAskedAsJson_HasTheAgreedShape()
    {
        var (exit, text) = await RunAsync("basis", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--on", "2012-11-01", "--offence", "illegal-access", "--fact", "dual_criminality=false", "--urgent", "--json");
        exit.ShouldBe(0);
        var root = JsonDocument.Parse(text).RootElement;
        (Text(root, "from"), Text(root, "to"), Text(root, "on"), Text(root, "measure")).ShouldBe(("JP", "US", "2012-11-01", "PRESERVE"));
        var basis = root.GetProperty("bases")[0];
        (Text(basis, "rule"), Text(basis, "instrument"), Text(basis, "provision"), Text(basis, "effect"), Text(basis, "confidence")).ShouldBe(("B001", "ETS185", "16(1);29(1)", "allow", "A"));
        Text(basis.GetProperty("text"), "ja").ShouldContain("保全");
        root.GetProperty("refusals").EnumerateArray().Single(refusal => Text(refusal, "rule") == "B004").GetProperty("status").GetString().ShouldBe("excluded");
        root.GetProperty("refusals").EnumerateArray().ShouldAllBe(refusal => Text(refusal, "why").Length > 0);
        var deadline = root.GetProperty("deadlines").EnumerateArray().Single(each => Text(each, "rule") == "B009");
        (deadline.GetProperty("value").GetInt32(), Text(deadline, "unit"), Text(deadline, "clockStart")).ShouldBe((60, "days", "preservation_effected"));
        root.GetProperty("whyNot").EnumerateArray().ShouldAllBe(each => Text(each, "instrument").Length > 0 && Text(each, "reason").Length > 0);
        root.GetProperty("coverage").GetProperty("ETS185").GetProperty("US").GetProperty("extent").GetString().ShouldBe("partial");
        foreach (var part in new[] { "conditions", "channels", "useLimits" }) root.GetProperty(part).GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Basis_WhenTheDayIsBeyondTheLastCheck_SaysSo()
    {
        var (_, text) = await RunAsync("basis", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--on", "2026-11-01");
        text.ShouldContain("ETS185: not verified after 2026-01-14");
        text.ShouldContain("The engine proposes; an authority decides.");
    }

    [Fact]
    public async Task Basis_WhenThereIsNone_ExitsWithOneAndSaysWhy()
    {
        var (exit, text) = await RunAsync("basis", "--from", "RU", "--to", "JP", "--measure", "TRANSBORDER_OPEN", "--on", "2020-01-01");
        exit.ShouldBe(1);
        text.ShouldContain("Russia was not bound on 2020-01-01");
    }

    [Fact]
    public async Task Basis_WhenATerritoryIsAsked_NamesItsState()
    {
        var (_, text) = await RunAsync("basis", "--from", "US", "--to", "CW", "--measure", "PRESERVE", "--on", "2024-10-01", "--json");
        var root = JsonDocument.Parse(text).RootElement;
        (Text(root, "to"), Text(root, "territory")).ShouldBe(("NL", "CW"));
    }

    [Theory]
    [InlineData("from", "Nearest", "--from", "QQ", "--to", "US", "--measure", "PRESERVE")]
    [InlineData("to", "member", "--from", "JP", "--to", "EU", "--measure", "PRESERVE")]
    [InlineData("to", "different", "--from", "JP", "--to", "JP", "--measure", "PRESERVE")]
    [InlineData("measure", "PRESERVE", "--from", "JP", "--to", "US", "--measure", "PRESRVE")]
    [InlineData("on", "year-month-day", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--on", "2012-02-30")]
    [InlineData("offence", "illegal-access", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--offence", "ilegal-access")]
    [InlineData("fact", "dualCriminality", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--fact", "dual_criminalty=true")]
    [InlineData("fact", "name=true", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--fact", "dual_criminality=maybe")]
    [InlineData("data", "subscriber", "--from", "JP", "--to", "US", "--measure", "PRESERVE", "--data-kind", "metadata")]
    [InlineData("territory", "CW", "--from", "JP", "--to", "NL", "--territory", "HK", "--measure", "PRESERVE")]
    public async Task Basis_WhenTheQuestionIsWrong_NamesThePartAndTheRemedy(string parameter, string remedy, params string[] args)
    {
        var wrong = await Should.ThrowAsync<WrongAskException>(() => RunAsync(["basis", .. args]));
        wrong.Parameter.ShouldBe(parameter);
        wrong.Remedy.ShouldContain(remedy);
        wrong.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("en", "a reservation of the requested state to ETS185, Art. 29(4), is in effect")]
    [InlineData("ja", "被要請国の留保が効力を有する")]
    public async Task Explain_OfARule_SaysWhenItSpeaksInWords(string language, string words)
    {
        var (exit, text) = await RunAsync("explain", "b004", "--lang", language);
        exit.ShouldBe(0);
        text.ShouldContain(words);
        text.ShouldContain("data/law/rules.csv, line 5");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Explain_OfEveryRule_HasWordsForEverything(string language)
    {
        var law = BasisVerb.Open(Host(TextWriter.Null), language);
        foreach (var rule in law.Engine.Rules.Rules)
        {
            ExplainRule.Words(rule, law.Words).ShouldNotContain("Atom_", customMessage: rule.Rule.Id);
            law.Words.Kind(rule.Rule.Kind).ShouldNotStartWith("RuleKind_");
            law.Words["Clock_" + rule.Rule.ClockStart].ShouldNotStartWith("Clock_", customMessage: rule.Rule.Id);
            if (rule.Kind == RuleKind.Deadline) law.Words.Length(rule.Rule.Value, rule.Rule.Unit).ShouldNotContain("_", customMessage: rule.Rule.Id);
        }
    }

    [Fact]
    public async Task Explain_WhenThereIsNoSuchRule_SuggestsTheNearest() =>
        (await Should.ThrowAsync<WrongAskException>(() => RunAsync("explain", "B0004"))).Remedy.ShouldContain("B004");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static CommandHost Host(TextWriter output) => new(_ => throw new InvalidOperationException("The verbs of the law need no store."), ReferenceFolderOfTheTree.Path) { Out = output };

    private static async Task<(int Exit, string Text)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var exit = await LawCommand.Create(Host(output)).Parse(args).InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return (exit, output.ToString());
    }
}
