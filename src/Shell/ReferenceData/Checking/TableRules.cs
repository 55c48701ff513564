namespace Noroshi.Shell.ReferenceData;

/// <summary>The rules that need a whole table: unique keys, order, file names.</summary>
internal static class TableRules
{
    /// <summary>Checks all files of one table.</summary>
    public static void Check(TableSchema schema, IReadOnlyList<TableFile> files, List<Finding> findings)
    {
        CheckUnique(schema, schema.Key, Reason.DuplicateKey, files, findings);
        foreach (var column in schema.Columns.Where(column => column.Unique)) CheckUnique(schema, [column.Name], Reason.DuplicateValue, files, findings);
        foreach (var file in files)
        {
            CheckOrder(schema, file, findings);
            CheckFileName(schema, file, findings);
        }
    }

    private static void CheckUnique(TableSchema schema, IReadOnlyList<string> columns, string reason, IReadOnlyList<TableFile> files, List<Finding> findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var row = 0; row < file.Rows.Count; row++)
            {
                var key = Key(schema, columns, file.Rows[row]);
                if (columns.Count == 1 && key.Length == 0) continue;
                var place = $"{file.File}, row {TableFile.LineOf(row)}";
                if (seen.TryAdd(key, place)) continue;
                findings.Add(new Finding(file.File, TableFile.LineOf(row), columns[^1], reason, $"'{key.Replace('\t', ',')}' already stands in {seen[key]}.", "Keep one of the two rows; join what they say in its note."));
            }
        }
    }

    private static void CheckOrder(TableSchema schema, TableFile file, List<Finding> findings)
    {
        for (var row = 1; row < file.Rows.Count; row++)
        {
            if (string.CompareOrdinal(Key(schema, schema.Key, file.Rows[row - 1]), Key(schema, schema.Key, file.Rows[row])) <= 0) continue;
            findings.Add(new Finding(file.File, TableFile.LineOf(row), schema.Key[0], Reason.Unsorted, "The row should stand further up.", $"Sort the rows by {string.Join(", ", schema.Key)}, comparing bytes (LC_ALL=C)."));
            return;
        }
    }

    private static void CheckFileName(TableSchema schema, TableFile file, List<Finding> findings)
    {
        if (schema.FileNameIs is not { } column) return;
        var name = Path.GetFileNameWithoutExtension(file.File);
        for (var row = 0; row < file.Rows.Count; row++)
        {
            if (file.Cell(row, column) == name) continue;
            findings.Add(new Finding(file.File, TableFile.LineOf(row), column, Reason.WrongFile, $"'{file.Cell(row, column)}' stands in the file of '{name}'.", "Move the row to the file that bears its name."));
        }
    }

    // Tab sorts before every character a tidy cell may hold, so that joined keys order like the columns one by one.
    private static string Key(TableSchema schema, IReadOnlyList<string> columns, string[] row) => string.Join('\t', columns.Select(column => row[schema.IndexOf(column)]));
}
