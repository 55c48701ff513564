using System.Globalization;
using System.Text;
using Noroshi.Capacity.Iati.Exchange;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>An import as a person reads it in a terminal.</summary>
internal static class ImportText
{
    internal static string Write(ImportAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var problem in answer.Problems) text.AppendLine(CultureInfo.InvariantCulture, $"{problem.File}, line {problem.Line} {problem.Path} [{problem.Rule}] {problem.Message}");
        foreach (var added in answer.New) Write(text, "new", added);
        foreach (var changed in answer.Changed) Write(text, "changed", changed);
        foreach (var missing in answer.Missing) text.AppendLine(CultureInfo.InvariantCulture, $"missing  {missing}: kept, but no longer in the files of its source");
        foreach (var (name, count) in answer.NotKept) text.AppendLine(CultureInfo.InvariantCulture, $"not kept {name}: {count}");
        var end = answer.Problems.Count > 0 ? "Nothing was taken over: a file is not valid." : answer.Applied ? "Taken over." : "Nothing was changed; say --apply to take it over.";
        return text.Append(CultureInfo.InvariantCulture, $"{answer.New.Count + answer.MoreNew} new, {answer.Changed.Count + answer.MoreChanged} changed, {answer.Unchanged} unchanged, {answer.Missing.Count} missing. {end}").ToString();
    }

    private static void Write(StringBuilder text, string kind, ImportAnswer.Entry entry)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{kind,-8} {entry.Id} · {entry.Title} · {entry.Source} ({entry.File})");
        foreach (var field in entry.Fields)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"         {field.Field}");
            foreach (var line in field.Old.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.AppendLine(CultureInfo.InvariantCulture, $"           - {line}");
            foreach (var line in field.New.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.AppendLine(CultureInfo.InvariantCulture, $"           + {line}");
        }

        foreach (var left in entry.Blocks) text.AppendLine(CultureInfo.InvariantCulture, $"         {left.Block} stays as {left.KeptFrom} gave it; --replace {left.Block} takes this one instead");
    }
}
