using Noroshi.Shell.Documents;

namespace Noroshi.Diplomacy.Brief;

/// <summary>The brief as a Word document: a table for each section, each line with its source, date and confidence.</summary>
internal static class BriefDocument
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly int[] _shares = [64, 36];

    internal static byte[] Write(StateBrief brief)
    {
        var title = BriefWords.Say(brief.Culture, "BriefTitle", brief.Name);
        var document = new WordDocument(title, BriefWords.Marking(brief), brief.Culture);
        document.Title(title);
        document.Line(BriefWords.Lead(brief));
        document.Line(BriefWords.Say(brief.Culture, "ProposesDecides"), small: true);
        if (brief.Overdue.Count > 0)
        {
            document.Heading(BriefWords.Say(brief.Culture, "Overdue"));
            Table(document, brief, brief.Overdue);
        }

        foreach (var topic in brief.Kept) Write(document, brief, topic);
        if (BriefWords.NotKept(brief) is { } notKept)
        {
            document.Heading(BriefWords.Say(brief.Culture, "NotKeptTitle"));
            document.Line(notKept);
        }

        document.Line(BriefWords.Legend(brief), small: true);
        return document.ToArray();
    }

    /// <summary>The name of the file.</summary>
    internal static string Name(StateBrief brief, string ending) => $"brief-{brief.State}-{brief.Day}-{brief.Language}.{ending}";

    private static void Write(WordDocument document, StateBrief brief, BriefTopic topic)
    {
        document.Heading(topic.Title);
        foreach (var remark in BriefWords.Remarks(brief, topic)) document.Line(remark, bold: true);
        foreach (var section in topic.Sections)
        {
            document.Heading(section.Title, 2);
            if (section.Nothing is { } nothing) document.Line(nothing);
            else Table(document, brief, section.Facts);
            if (section.Note is { } note) document.Line(note, small: true);
        }
    }

    private static void Table(WordDocument document, StateBrief brief, IReadOnlyList<BriefFact> facts) => document.Table(
        [BriefWords.Say(brief.Culture, "FactHead"), BriefWords.Say(brief.Culture, "SourceHead")],
        _shares,
        facts.Select(fact => (IReadOnlyList<IReadOnlyList<WordText>>)
        [
            [new WordText(BriefWords.Fact(brief, fact), Bold: fact.Overdue), .. fact.Detail is { } detail ? [new WordText(detail, Small: true)] : Array.Empty<WordText>()],
            [.. BriefWords.Provenance(brief, fact).Select(line => new WordText(line, Small: true))],
        ]));
}
