using System.Text;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The one way a table is written, so that a change of one fact is a difference of one line.</summary>
internal static class CanonicalForm
{
    /// <summary>The table as it should stand in the file.</summary>
    public static string Write(TableSchema schema, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        AppendLine(text, schema.Columns.Select(column => column.Name));
        foreach (var row in rows) AppendLine(text, row);
        return text.ToString();
    }

    /// <summary>Line of the first difference between the text and its canonical form, or <c>null</c> when they are equal.</summary>
    public static int? FirstDifference(string text, TableSchema schema, IEnumerable<string[]> rows)
    {
        var canonical = Write(schema, rows);
        var same = text.AsSpan().CommonPrefixLength(canonical);
        return same == text.Length && same == canonical.Length ? null : 1 + text.AsSpan(0, same).Count('\n');
    }

    /// <summary>One line of CSV: quotation marks only where needed, LF.</summary>
    public static void AppendLine(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0) text.Append(cell);
            else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append('\n');
    }
}
