using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Noroshi.Shell.Documents;

namespace Noroshi.Tests.Shell.Documents;

public sealed class WordDocumentTests
{
    [Fact]
    public void Document_WhenItHasEverything_IsValidAndBearsItsMarkingOnEveryPage()
    {
        var document = new WordDocument("Title & <title>", "TLP:AMBER", CultureInfo.GetCultureInfo("ja-JP"));
        document.Title("題名");
        document.Heading("One");
        document.Line("first\nsecond", bold: true);
        document.Heading("Two", 2);
        document.Table(["What", "Where from"], [60, 40], [[[new WordText("cell", Bold: true), new WordText("detail", Small: true)], []]]);
        using var opened = Open(document);
        new OpenXmlValidator().Validate(opened).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var main = opened.MainDocumentPart!;
        main.HeaderParts.Single().Header.InnerText.ShouldBe("TLP:AMBER");
        main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value).ShouldBe(["PAGE", "NUMPAGES"]);
        main.Document.Descendants<TableHeader>().Count().ShouldBe(1, "the heads come again on each page");
        main.Document.Descendants<TableRow>().ShouldAllBe(row => row.TableRowProperties!.Elements<CantSplit>().Any());
        main.Document.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).ShouldBe(["Title", "Heading1", "Heading2", "Cell", "Cell", "Cell", "Small", "Cell"]);
        main.Document.Descendants<Break>().Count().ShouldBe(1);
        opened.PackageProperties.Title.ShouldBe("Title & <title>");
    }

    [Fact]
    public void Document_WhenTheTextHoldsWhatXmlCannotCarry_StillOpens()
    {
        var document = new WordDocument("t", "TLP:RED", CultureInfo.GetCultureInfo("en-GB"));
        document.Line("bell \u0007, half a pair \ud800, a whole one 𠮷");
        using var opened = Open(document);
        opened.MainDocumentPart!.Document.InnerText.ShouldBe("bell \uFFFD, half a pair \uFFFD, a whole one 𠮷");
    }

    private static WordprocessingDocument Open(WordDocument document) => WordprocessingDocument.Open(new MemoryStream(document.ToArray()), isEditable: false);
}
