using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Noroshi.Shell.Documents;

/// <summary>
/// A Word document of the house (OOXML, A4), written from top to bottom: the marking heads every page, the number of the page stands below,
/// the heads of a table are repeated on each page. What it says is the caller's; nothing here is in a language.
/// </summary>
public sealed class WordDocument
{
    private const int TextWidth = 9638; // Twentieths of a point: A4 less two margins of 20 mm.
    private readonly List<OpenXmlElement> _blocks = [];
    private readonly string _title;
    private readonly string _marking;
    private readonly CultureInfo _language;

    /// <summary>An empty document.</summary>
    /// <param name="title">Name of the document, for its properties; it is not written into the text.</param>
    /// <param name="marking">What stands at the head of every page.</param>
    /// <param name="language">Language of the text: how Word breaks lines and checks spelling.</param>
    public WordDocument(string title, string marking, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        (_title, _marking, _language) = (title, marking, language);
    }

    /// <summary>The title, once, at the top.</summary>
    public void Title(string text) => _blocks.Add(Paragraph(text, "Title"));

    /// <summary>A heading; the next lines stay on its page.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="level">1 or 2.</param>
    public void Heading(string text, int level = 1) => _blocks.Add(Paragraph(text, level == 1 ? "Heading1" : "Heading2"));

    /// <summary>A paragraph; line feeds in the text begin new lines.</summary>
    public void Line(string text, bool bold = false, bool small = false) => _blocks.Add(Paragraph(text, small ? "Small" : null, bold));

    /// <summary>A table over the width of the page.</summary>
    /// <param name="heads">Heads of the columns, repeated on each page.</param>
    /// <param name="shares">Widths of the columns in hundredths of the page.</param>
    /// <param name="rows">Cells by row, each of one or more lines; a row is not broken between pages.</param>
    public void Table(IReadOnlyList<string> heads, IReadOnlyList<int> shares, IEnumerable<IReadOnlyList<IReadOnlyList<WordText>>> rows)
    {
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(rows);
        var widths = shares.Select(share => (TextWidth * share / 100).ToString(CultureInfo.InvariantCulture)).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        table.Append(Row(new TableRowProperties(new CantSplit(), new TableHeader()), heads.Select(head => (IReadOnlyList<WordText>)[new WordText(head, Bold: true)]), widths));
        foreach (var row in rows) table.Append(Row(new TableRowProperties(new CantSplit()), row, widths));
        _blocks.Add(table);
    }

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = Clean(_title);
            document.PackageProperties.Language = _language.Name;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.For(_language);
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(Centred(new Run(new RunProperties(new Bold()), Said(_marking))));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Centred(new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }, new Run(Said(" / ")), new SimpleField(new Run(new Text("1"))) { Instruction = "NUMPAGES" }));
            var body = new Body(_blocks.Select(block => block.CloneNode(deep: true)));
            if (_blocks is [.., DocumentFormat.OpenXml.Wordprocessing.Table]) body.Append(new Paragraph()); // Word asks for a paragraph behind a table.
            body.Append(new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1418, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return memory.ToArray();
    }

    private static TableRow Row(TableRowProperties properties, IEnumerable<IReadOnlyList<WordText>> cells, List<string> widths) => new(
        new OpenXmlElement[] { properties }.Concat(cells.Select((lines, at) => (OpenXmlElement)new TableCell(
            new OpenXmlElement[] { new TableCellProperties(new TableCellWidth { Width = widths[at], Type = TableWidthUnitValues.Dxa }) }
                .Concat(lines.DefaultIfEmpty(new WordText("")).Select(line => Paragraph(line.Text, line.Small ? "Small" : "Cell", line.Bold)))))));

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6, Color = "808080" },
        new BottomBorder { Val = BorderValues.Single, Size = 6, Color = "808080" },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "BFBFBF" });

    private static Paragraph Paragraph(string text, string? style = null, bool bold = false)
    {
        var run = new Run();
        if (bold) run.Append(new RunProperties(new Bold()));
        foreach (var (line, at) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0) run.Append(new Break());
            run.Append(Said(line));
        }

        return style is null ? new Paragraph(run) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    private static Paragraph Centred(params OpenXmlElement[] runs) =>
        new([new ParagraphProperties(new Justification { Val = JustificationValues.Center }), .. runs]);

    private static Text Said(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Characters that XML cannot carry would make the file unreadable; each is shown as one that could not be read.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
