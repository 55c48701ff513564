using Noroshi.Storage;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The reviewed reference data, read and checked once; rooms take their own tables from here. Immutable.</summary>
public sealed class ReferenceTables
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<TableFile>> _tables;

    internal ReferenceTables(IReadOnlyDictionary<string, IReadOnlyList<TableFile>> tables) => _tables = tables;

    /// <summary>A node without reference data: every table is empty.</summary>
    public static ReferenceTables Empty { get; } = new(new Dictionary<string, IReadOnlyList<TableFile>>());

    /// <summary>False where no reference data was found at all.</summary>
    public bool IsThere => _tables.Count > 0;

    /// <summary>Reads the tables of a data folder.</summary>
    /// <exception cref="RefusalException">The data is not clean; the message names file, row and column of the first finding.</exception>
    public static ReferenceTables Read(string folder)
    {
        var check = DataCheck.Run(folder);
        return check.Findings is [var first, ..] ? throw Refusal(folder, first) : new ReferenceTables(check.Tables);
    }

    /// <summary>The refusal that a finding leads to, naming file, row, column and what to do.</summary>
    public static RefusalException Refusal(string folder, Finding first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new RefusalException($"The reference data in {folder} is not clean: {first.File}, row {first.Row}, column '{first.Column}': {first.What} {first.Todo} See 'noroshi data check'.");
    }

    /// <summary>The rows of a table in the order of its files.</summary>
    /// <exception cref="RefusalException">There is reference data, but not this table.</exception>
    public IEnumerable<ReferenceRow> Rows(string table) =>
        _tables.TryGetValue(table, out var files)
            ? files.SelectMany(file => file.Rows.Select((row, index) => new ReferenceRow(file, row, TableFile.LineOf(index))))
            : IsThere ? throw new RefusalException($"The reference data has no table '{table}'. Restore its schema and its file.") : [];
}
