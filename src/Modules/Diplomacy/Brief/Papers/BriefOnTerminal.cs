using System.Text;

namespace Noroshi.Diplomacy.Brief;

/// <summary>The brief as plain text.</summary>
internal static class BriefOnTerminal
{
    internal static string Write(StateBrief brief)
    {
        var text = new StringBuilder();
        text.Append(BriefWords.Marking(brief)).Append('\n');
        text.Append(BriefWords.Say(brief.Culture, "BriefTitle", brief.Name)).Append('\n');
        text.Append(BriefWords.Lead(brief)).Append('\n');
        if (brief.Overdue.Count > 0)
        {
            text.Append('\n').Append("# ").Append(BriefWords.Say(brief.Culture, "Overdue")).Append('\n');
            foreach (var fact in brief.Overdue) Write(text, brief, fact);
        }

        foreach (var topic in brief.Kept)
        {
            text.Append('\n').Append("# ").Append(topic.Title).Append('\n');
            foreach (var remark in BriefWords.Remarks(brief, topic)) text.Append("! ").Append(remark).Append('\n');
            foreach (var section in topic.Sections)
            {
                text.Append("\n## ").Append(section.Title).Append('\n');
                if (section.Nothing is { } nothing) text.Append(nothing).Append('\n');
                foreach (var fact in section.Facts) Write(text, brief, fact);
                if (section.Note is { } note) text.Append(note).Append('\n');
            }
        }

        if (BriefWords.NotKept(brief) is { } notKept) text.Append('\n').Append("# ").Append(BriefWords.Say(brief.Culture, "NotKeptTitle")).Append('\n').Append(notKept).Append('\n');
        return text.Append('\n').Append(BriefWords.Legend(brief)).Append('\n').Append(BriefWords.Say(brief.Culture, "ProposesDecides")).ToString();
    }

    private static void Write(StringBuilder text, StateBrief brief, BriefFact fact)
    {
        text.Append("- ").Append(BriefWords.Fact(brief, fact)).Append('\n');
        if (fact.Detail is { } detail) text.Append("    ").Append(detail.ReplaceLineEndings("\n    ")).Append('\n');
        text.Append("    ").AppendJoin(" · ", BriefWords.Provenance(brief, fact)).Append('\n');
    }
}
