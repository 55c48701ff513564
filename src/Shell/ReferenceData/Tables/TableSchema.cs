namespace Noroshi.Shell.ReferenceData;

/// <summary>What one table of the reference data holds, as its file in <c>data/schema</c> says. A new table is a new schema file, not code.</summary>
internal sealed record TableSchema
{
    /// <summary>Name by which other tables refer to it.</summary>
    public required string Table { get; init; }

    /// <summary>One sentence on what the table is for.</summary>
    public required string About { get; init; }

    /// <summary>Path below <c>data/</c>; its last part may be <c>*.csv</c> where the table is spread over files.</summary>
    public required string Files { get; init; }

    /// <summary>Column whose value is the name of the file, for tables spread over files.</summary>
    public string? FileNameIs { get; init; }

    /// <summary>Columns that name a row uniquely; rows are sorted by them.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Columns in order. <c>source</c>, <c>as_of</c> and <c>confidence</c> close every table and are not listed.</summary>
    public required IReadOnlyList<ColumnSchema> Columns { get; init; }

    /// <summary>Position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Name == column) return index;
        }

        return -1;
    }
}
