using System.Text;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>One line a point, one column a field.</summary>
internal sealed class CsvContacts : IContactFormat
{
    public string Word => "csv";

    public string MediaType => "text/csv; charset=utf-8";

    public string Ending => ".csv";

    public string Write(ExportedPoints points)
    {
        // The mark at the beginning makes spreadsheets read Japanese as UTF-8.
        var text = new StringBuilder("\ufeff").Append(string.Join(',', EntryFields.All)).Append("\r\n");
        foreach (var (body, point) in points.Points)
        {
            var fields = EntryFields.Of(body, point);
            text.Append(string.Join(',', EntryFields.All.Select(field => CsvCells.Write(fields.GetValueOrDefault(field) ?? "")))).Append("\r\n");
        }

        return text.ToString();
    }

    public FileContent Read(string text, ImportDefaults defaults)
    {
        var (rows, fault, line) = CsvCells.Read(text, ContactFormats.MostEntries + 1);
        if (fault is not null) return FileContent.Wrong(line, "file", fault);
        if (rows.Count == 0) return FileContent.Wrong(1, "file", "The file is empty.");
        var content = FileContent.Empty();
        var columns = rows[0].Cells.Select(name => name.Trim()).ToList();
        foreach (var unknown in columns.Where(name => !EntryFields.All.Contains(name))) content.Problems.Add(new FieldProblem(1, "columns", $"'{(unknown.Length > 40 ? unknown[..40] : unknown)}' is not a column; use {string.Join(", ", EntryFields.All)}."));
        foreach (var twice in columns.GroupBy(name => name).Where(group => group.Count() > 1)) content.Problems.Add(new FieldProblem(1, "columns", $"'{twice.Key}' stands twice."));
        if (content.Problems.Count > 0) return content;
        foreach (var (at, cells) in rows.Skip(1))
        {
            if (cells.Count != columns.Count) content.Problems.Add(new FieldProblem(at, "file", FormattableString.Invariant($"The row has {cells.Count} cells, the header {columns.Count}.")));
            else content.Entries.Add((at, columns.Zip(cells, (name, cell) => (name, cell)).ToDictionary(pair => pair.name, pair => CsvCells.Unguard(pair.cell), StringComparer.Ordinal)));
        }

        return content;
    }
}
