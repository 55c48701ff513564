using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The operator's own names of states, where they differ from those of the reference data: <c>state-names.csv</c> in the data folder.</summary>
internal static class DisplayNames
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "state-names.csv";

    private static readonly TableSchema Schema = new()
    {
        Table = "state-names",
        About = "Names as the operator of this node writes them.",
        Files = FileName,
        Key = ["code"],
        Columns =
        [
            new() { Name = "code", About = "ISO 3166-1 alpha-2", Required = true, Pattern = "[A-Z]{2}" },
            new() { Name = "name_en", About = "Name in English", Required = true },
            new() { Name = "name_ja", About = "Name in Japanese", Required = true },
        ],
    };

    /// <summary>The names in the folder's file by code; empty when there is none.</summary>
    /// <exception cref="RefusalException">The file is not in order; the message names row and column.</exception>
    public static IReadOnlyDictionary<CountryCode, (string En, string Ja)> Read(string dataFolder)
    {
        if (!File.Exists(Path.Combine(dataFolder, FileName))) return new Dictionary<CountryCode, (string, string)>();
        var findings = new List<Finding>();
        var table = TableReader.Read(dataFolder, FileName, Schema, findings);
        if (table is not null)
        {
            TableRules.Check(Schema, [table], findings);
            var cells = new CellRules(Schema);
            for (var row = 0; row < table.Rows.Count; row++) cells.Check(table, row, findings);
        }

        if (findings is [var first, ..]) throw new RefusalException($"{FileName} in {dataFolder}, row {first.Row}, column '{first.Column}': {first.What} {first.Todo}", RefusalException.Input);
        return table!.Rows.ToDictionary(row => CountryCode.Parse(row[0]), row => (row[1], row[2]));
    }
}
