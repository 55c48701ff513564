using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Hotline;

/// <summary>The transcript as a Word document in the language of the request; the texts stand in the languages they were sent in.</summary>
internal sealed class TranscriptDocument(HotlineLabels labels, Noroshi.Storage.NodeOptions options, TimeProvider clock)
{
    internal byte[] Write(ConversationView view)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            AddStyles(main);
            var header = main.AddNewPart<HeaderPart>();
            var marking = MakeTranscript.Marking(view).Label();
            header.Header = new Header(Line(options.Exercise ? $"EXERCISE / 演習 · {marking}" : marking, bold: true, centred: true));
            var body = new Body();
            main.Document = new Document(body);
            foreach (var line in Lines(view)) body.Append(line);
            body.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) }));
        }

        return memory.ToArray();
    }

    private IEnumerable<Paragraph> Lines(ConversationView view)
    {
        var conversation = view.Conversation;
        yield return Line(HotlineLabels.Say("TranscriptTitle", labels.State(options.State), labels.State(conversation.State)), style: "Title");
        yield return Line($"{HotlineLabels.Text("Subject")}: {conversation.Subject}");
        yield return Line($"{HotlineLabels.Text("ConversationId")}: {conversation.Id}");
        yield return Line($"{HotlineLabels.Text("Opened")}: {HotlineLabels.Moment(conversation.OpenedAt)}");
        yield return Line($"{HotlineLabels.Text("Closed")}: {(conversation.ClosedAt is { } closed ? HotlineLabels.Moment(closed) : HotlineLabels.Text("NotClosed"))}");
        yield return Line($"{HotlineLabels.Text("MadeAt")}: {HotlineLabels.Moment(clock.GetUtcNow())}");
        if (view.Missing.Count > 0) yield return Line(HotlineLabels.Say("MissingNumbers", string.Join(", ", view.Missing)), bold: true);
        foreach (var one in view.Messages)
        {
            foreach (var line in Lines(one, conversation)) yield return line;
        }
    }

    private IEnumerable<Paragraph> Lines(MessageView view, Conversation conversation)
    {
        var message = view.Message;
        yield return Line($"{message.Label(options.State, conversation.State)} · {HotlineLabels.Class(message.Kind)} · {HotlineLabels.Of(message.Precedence)} · {message.Marking}", style: "Heading1");
        yield return Line($"{HotlineLabels.Moment(message.SaidAt)} · {message.Organisation.Shown} · {message.Function.Shown}");
        yield return Line($"{HotlineLabels.Text("Subject")}: {message.Subject}", bold: true);
        foreach (var text in new[] { message.TextJa, message.TextEn }.Where(text => text.Length > 0))
        {
            foreach (var line in text.Split('\n')) yield return Line(line);
        }

        yield return Line(HotlineLabels.Text(message.Attributes ? "AttributionYes" : "AttributionNo"));
        foreach (var file in view.Files) yield return Line($"{HotlineLabels.Text("File")}: {file.Name} · {file.Type} · {file.Size.ToString("N0", CultureInfo.CurrentCulture)} B · SHA-256 {file.Sha256}");
        foreach (var receipt in view.Receipts) yield return Line($"{HotlineLabels.Of(receipt.What)}: {HotlineLabels.Moment(receipt.At)} · {receipt.Organisation.Shown} · {receipt.Function.Shown}");
        foreach (var step in view.Escalations) yield return Line(HotlineLabels.Say("EscalatedAt", step.Position, HotlineLabels.Of(step.Rung.Role), HotlineLabels.Moment(step.At)));
        yield return Line($"SHA-256 {message.Digest}");
    }

    private static Paragraph Line(string text, string? style = null, bool bold = false, bool centred = false)
    {
        var run = new Run();
        if (bold) run.Append(new RunProperties(new Bold()));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (centred) properties.Append(new Justification { Val = JustificationValues.Center });
        return new Paragraph(properties, run);
    }

    private static void AddStyles(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>();
        part.Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Noto Sans JP", HighAnsi = "Noto Sans JP", EastAsia = "Noto Sans JP" }, new FontSize { Val = "21" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "80" }))),
            Heading("Title", "32"),
            Heading("Heading1", "24"));
    }

    private static Style Heading(string id, string size) => new(
        new StyleName { Val = id },
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "280", After = "80" }),
        new StyleRunProperties(new Bold(), new FontSize { Val = size }))
    { Type = StyleValues.Paragraph, StyleId = id };
}
