using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Brief;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>The brief on paper and on the terminal: the same facts, each with where it comes from.</summary>
public sealed class BriefPapersTests
{
    [Theory]
    [InlineData("en", "Brief: Philippines", "[OVERDUE] [EXERCISE] late", "Source: Invented for a test", "as of 2026-10 · confidence B", "Letters: confidence A: official text", "date not recorded · confidence not rated", "Not kept on this node")]
    [InlineData("ja", "会談資料：フィリピン", "【期限経過】【演習】late", "出典：Invented for a test", "2026-10時点 · 確度B", "確度の区分：確度A：公式の文書", "時点の記録なし · 確度の評価なし", "当ノードに記録がない項目")]
    public async Task Papers_WhenWritten_SayEveryFactWithItsSource(string language, params string[] said)
    {
        var brief = await MakeAsync(language);
        using var document = WordprocessingDocument.Open(new MemoryStream(BriefDocument.Write(brief)), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document.InnerText;
        var terminal = BriefOnTerminal.Write(brief);
        foreach (var words in said)
        {
            text.ShouldContain(words);
            terminal.ShouldContain(words);
        }

        document.MainDocumentPart.HeaderParts.Single().Header.InnerText.ShouldBe("EXERCISE / 演習 · TLP:AMBER");
        terminal.ShouldStartWith("EXERCISE / 演習 · TLP:AMBER\n");
        document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>().Count().ShouldBe(2, "what is overdue, and the one section with facts");
    }

    [Fact]
    public async Task Word_WhenASectionIsEmpty_SaysWhatThatMeans()
    {
        var brief = await MakeAsync("en");
        using var document = WordprocessingDocument.Open(new MemoryStream(BriefDocument.Write(brief)), isEditable: false);
        document.MainDocumentPart!.Document.InnerText.ShouldContain("Nothing is recorded.");
        BriefDocument.Name(brief, "docx").ShouldBe("brief-PH-2026-11-20-en.docx");
    }

    private static Task<StateBrief> MakeAsync(string language) => Briefs.Of(
        new HeldTimers(),
        InventedSource.Saying(ProfileTopic.Commitments, Briefs.Fact("late") with { Burning = true, Exercise = true, Detail = "due 2026-01" }, new ProfileFact("plain", "Invented for a test")),
        InventedSource.Saying(ProfileTopic.Votes)).ForPersonAsync(Briefs.Ask(language == "ja" ? Briefs.Japanese : Briefs.English), TestNode.Person("ministry", Role.Diplomat), default);
}
