using System.Globalization;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The rules between tables: references and counts.</summary>
internal sealed class CrossRules(IReadOnlyDictionary<string, IReadOnlyList<TableFile>> tables)
{
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Checks one file against the other tables.</summary>
    public void Check(TableFile file, List<Finding> findings)
    {
        for (var index = 0; index < file.Schema.Columns.Count; index++)
        {
            var column = file.Schema.Columns[index];
            for (var row = 0; row < file.Rows.Count; row++)
            {
                var cell = file.Rows[row][index];
                if (column.References is { } references) CheckReferences(file, row, column, cell, references, findings);
                if (column.Counts is { } counts) CheckCount(file, row, column, cell, counts, findings);
            }
        }
    }

    private void CheckReferences(TableFile file, int row, ColumnSchema column, string cell, IReadOnlyList<string> references, List<Finding> findings)
    {
        foreach (var item in CellRules.Items(column, cell))
        {
            if (column.Also?.Contains(item) == true || references.Any(reference => Values(reference).Contains(item))) continue;
            findings.Add(new Finding(file.File, TableFile.LineOf(row), column.Name, Reason.UnknownReference, $"'{item}' does not exist in {string.Join(" or ", references)}.", "Correct it, or add the row it refers to in the same change."));
        }
    }

    private void CheckCount(TableFile file, int row, ColumnSchema column, string cell, RowCount counts, List<Finding> findings)
    {
        if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var expected)) return;
        var key = file.Cell(row, file.Schema.Key[0]);
        var counted = Files(counts.Table).Sum(other => Enumerable.Range(0, other.Rows.Count).Count(at =>
            other.Cell(at, counts.By) == key && counts.Where.All(pair => other.Cell(at, pair.Key) == pair.Value)));
        if (counted == expected) return;
        var where = string.Join(", ", counts.Where.Select(pair => $"{pair.Key} '{pair.Value}'"));
        findings.Add(new Finding(file.File, TableFile.LineOf(row), column.Name, Reason.WrongCount, $"{expected} expected, but table {counts.Table} has {counted} rows of '{key}' with {where}.", "Add or end the membership that is missing, or correct the number after its source."));
    }

    private HashSet<string> Values(string reference)
    {
        if (_values.TryGetValue(reference, out var values)) return values;
        var parts = reference.Split('.');
        values = [.. Files(parts[0]).SelectMany(file => Enumerable.Range(0, file.Rows.Count).Select(row => file.Cell(row, parts[1])))];
        _values.Add(reference, values);
        return values;
    }

    private IReadOnlyList<TableFile> Files(string table) => tables.TryGetValue(table, out var files) ? files : [];
}
