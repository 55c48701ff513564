namespace Noroshi.Shell.ReferenceData;

/// <summary>A count of another table's rows: those whose <c>By</c> column refers to this row and whose columns hold the <c>Where</c> values.</summary>
internal sealed record RowCount(string Table, string By, IReadOnlyDictionary<string, string> Where);
