namespace Noroshi.Shell.ReferenceData;

/// <summary>The rows of one file, each as long as the schema has columns. Row <c>i</c> stands on line <c>i + 2</c>.</summary>
internal sealed record TableFile(TableSchema Schema, string File, IReadOnlyList<string[]> Rows)
{
    /// <summary>Line of the row at this index; the header is line 1.</summary>
    public static int LineOf(int index) => index + 2;

    public string Cell(int row, string column) => Rows[row][Schema.IndexOf(column)];
}
