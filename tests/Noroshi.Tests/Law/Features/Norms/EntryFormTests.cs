using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Asking;

namespace Noroshi.Tests.Law.Features.Norms;

/// <summary>What people and programs type into entries is taken as it is, or refused naming the field.</summary>
public sealed class EntryFormTests
{
    private static readonly Norm _norm = ReviewedLaw.Book.Norms.Single(norm => norm.Id == "c");
    private static readonly DateOnly _today = new(2026, 3, 14);
    private static readonly EvidenceForm _good = new("2026-03-14", " 通報に応じた。\r\nAnswered. ", "Ministry", "Note 7", "meeting", "M-2", "k");
    private static readonly AssessmentForm _judged = new("partly-in-place", "2026-03-14", "because", "Ministry", 0);

    [Fact]
    public void Evidence_WhenWellTyped_IsTakenTrimmed()
    {
        List<WrongAskException> problems = [];
        _good.Read(_norm, _today, problems).ShouldBe(new NewEvidence("c", _today, "通報に応じた。\nAnswered.", "Ministry", "Note 7", EvidenceKind.Meeting, "M-2", "k"));
        problems.ShouldBeEmpty();
        (_good with { Key = null }).Read(_norm, _today, problems)!.Key.Length.ShouldBe(32);
    }

    public static TheoryData<string, string?> WrongFields => new()
    {
        { "day", "2026-03-15" }, { "day", "2026-02-30" }, { "day", "14.3.2026" }, { "day", "" }, { "day", null },
        { "statement", " \n " }, { "statement", new string('あ', 4001) }, { "statement", "a\0b" }, { "statement", "a\u202Eb" }, { "statement", "a\uD800b" },
        { "words", "" }, { "words", "two\nlines" }, { "words", new string('x', 301) },
        { "source", null }, { "source", "a\u0007" },
        { "kind", "rumour" }, { "kind", "Document" }, { "kind", "0" }, { "kind", null },
        { "reference", new string('x', 1001) },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public void Evidence_WhenAFieldIsWrong_NamesItAlone(string field, string? typed)
    {
        var form = field switch
        {
            "day" => _good with { Day = typed },
            "statement" => _good with { Statement = typed },
            "words" => _good with { Words = typed },
            "source" => _good with { Source = typed },
            "kind" => _good with { Kind = typed },
            _ => _good with { Reference = typed },
        };
        List<WrongAskException> problems = [];
        form.Read(_norm, _today, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe(field);
    }

    [Fact]
    public void Evidence_WhenAllIsWrong_NamesEveryFieldAtOnce()
    {
        List<WrongAskException> problems = [];
        new EvidenceForm(null, null, null, null, null, null, null).Read(_norm, _today, problems);
        problems.Select(problem => problem.Parameter).ShouldBe(["day", "statement", "words", "source", "kind"]);
    }

    [Theory]
    [InlineData("https://vulnerabilities.example/a?b=c", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("https://user:secret@example.org/", false)]
    [InlineData("//example.org", false)]
    [InlineData("example.org", false)]
    [InlineData("", false)]
    public void Evidence_WhenItIsAWebPage_NeedsAnAddressThatMayBecomeALink(string reference, bool taken)
    {
        List<WrongAskException> problems = [];
        ((_good with { Kind = "web", Reference = reference }).Read(_norm, _today, problems) is not null).ShouldBe(taken);
        problems.Select(problem => problem.Parameter).ShouldBe(taken ? [] : ["reference"]);
    }

    [Fact]
    public void Assessment_WhenWellTyped_IsTaken()
    {
        List<WrongAskException> problems = [];
        _judged.Read(_norm, _today, problems).ShouldBe(new NewAssessment("c", NormLevel.PartlyInPlace, _today, "because", "Ministry", 0));
    }

    [Fact]
    public void Assessment_WhenAFieldIsWrong_NamesItAlone()
    {
        foreach (var (form, field) in new[]
        {
            (_judged with { Level = "PartlyInPlace" }, "level"), (_judged with { Level = "" }, "level"), (_judged with { AsOf = "2026-03-15" }, "asOf"),
            (_judged with { Reason = "" }, "reason"), (_judged with { SaidBy = null }, "saidBy"), (_judged with { Version = null }, "version"), (_judged with { Version = -1 }, "version"),
        })
        {
            List<WrongAskException> problems = [];
            form.Read(_norm, _today, problems).ShouldBeNull();
            problems.ShouldHaveSingleItem().Parameter.ShouldBe(field);
        }
    }
}
