namespace Noroshi.Shell.ReferenceData;

/// <summary>Reads and checks a data folder: every table against its schema, then the tables against each other.</summary>
/// <param name="Tables">The files read, by table name.</param>
/// <param name="Findings">What is wrong, in the order of files and rows; empty when the data is clean.</param>
internal sealed record DataCheck(IReadOnlyDictionary<string, IReadOnlyList<TableFile>> Tables, IReadOnlyList<Finding> Findings)
{
    /// <summary>Checks the folder. Findings, never exceptions, tell what is wrong in it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roomRules">What the rooms of the house ask of their own tables; asked only when the tables themselves are sound.</param>
    public static DataCheck Run(string folder, params IReadOnlyList<RoomRules> roomRules)
    {
        var findings = new List<Finding>();
        var schemas = SchemaReader.Read(folder, findings);
        return Check(folder, schemas, FactFolder.FactFiles(folder), new Dictionary<string, IReadOnlyList<TableFile>>(), true, findings, roomRules);
    }

    /// <summary>
    /// Checks only the files of a case below <c>invalid/</c>. Tables of which the case brings no file are looked up in the clean data,
    /// so that a case needs no more than the one file that is wrong.
    /// </summary>
    public static DataCheck RunCase(string folder, string caseFolder, DataCheck clean, params IReadOnlyList<RoomRules> roomRules)
    {
        var findings = new List<Finding>();
        var ownSchemas = Directory.Exists(Path.Combine(caseFolder, "schema"));
        var schemas = SchemaReader.Read(ownSchemas ? caseFolder : folder, findings);
        return Check(caseFolder, schemas, FactFolder.FactFiles(caseFolder), clean.Tables, false, findings, roomRules);
    }

    private static DataCheck Check(string folder, IReadOnlyList<TableSchema> schemas, IEnumerable<string> files, IReadOnlyDictionary<string, IReadOnlyList<TableFile>> lent, bool whole, List<Finding> findings, IReadOnlyList<RoomRules> roomRules)
    {
        var read = new List<TableFile>();
        var covered = new HashSet<string>();
        foreach (var file in files)
        {
            if (schemas.FirstOrDefault(schema => schema.Covers(file)) is not { } schema)
            {
                findings.Add(new Finding(file, 0, "", Reason.NoSchema, "No schema covers this file.", "Describe its table in data/schema, or move the file out of the data folder."));
                continue;
            }

            covered.Add(schema.Table);
            if (TableReader.Read(folder, file, schema, findings) is { } table) read.Add(table);
        }

        if (whole)
        {
            findings.AddRange(schemas.Where(schema => !covered.Contains(schema.Table)).Select(schema =>
                new Finding(schema.Files, 0, "", Reason.MissingFile, $"Table '{schema.Table}' has a schema but no file.", "Restore the file, or remove the schema.")));
        }

        var tables = new Dictionary<string, IReadOnlyList<TableFile>>(lent);
        foreach (var group in read.GroupBy(table => table.Schema.Table)) tables[group.Key] = [.. group];
        foreach (var group in read.GroupBy(table => table.Schema)) TableRules.Check(group.Key, [.. group], findings);
        var crossRules = new CrossRules(tables);
        foreach (var table in read)
        {
            var cells = new CellRules(table.Schema);
            for (var row = 0; row < table.Rows.Count; row++) cells.Check(table, row, findings);
            crossRules.Check(table, findings);
        }

        if (findings.Count == 0 && roomRules.Count > 0)
        {
            var lookup = new ReferenceTables(tables);
            findings.AddRange(roomRules.SelectMany(rules => rules(lookup)));
        }

        return new DataCheck(tables, [.. findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Row)]);
    }
}
