using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Noroshi.Shell.Documents;

/// <summary>The styles of the house for Word: real headings, so that a reader can walk through them and make a table of contents.</summary>
internal static class WordStyles
{
    // The fonts of the pages; where a desk has not installed them, Word takes its own for the same script.
    private const string Font = "Noto Sans JP";

    internal static Styles For(CultureInfo language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font },
                new FontSize { Val = "21" },
                new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = language.TwoLetterISOLanguageName == "ja" ? "en-GB" : language.Name, EastAsia = "ja-JP" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "80" }))),
        Heading("Title", "Title", "32", null),
        Heading("Heading1", "heading 1", "26", 0),
        Heading("Heading2", "heading 2", "22", 1),
        Plain("Cell", "21"),
        Plain("Small", "17"));

    private static Style Heading(string id, string name, string size, int? level)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = level == 1 ? "160" : "280", After = "80" });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        return new Style(new StyleName { Val = name }, paragraph, new StyleRunProperties(new Bold(), new FontSize { Val = size })) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style Plain(string id, string size) =>
        new(new StyleName { Val = id }, new StyleParagraphProperties(new SpacingBetweenLines { After = "20" }), new StyleRunProperties(new FontSize { Val = size })) { Type = StyleValues.Paragraph, StyleId = id };
}
