using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The rules that need only one row: form, required, listed, dates in order, weekday.</summary>
internal sealed class CellRules(TableSchema schema)
{
    private const int LongestCell = 2000;

    private readonly Regex?[] _patterns = [.. schema.Columns.Select(column => column.Pattern is null
        ? null
        : new Regex($"^(?:{column.Pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

    /// <summary>Adds a finding for each cell of the row that breaks a rule.</summary>
    public void Check(TableFile table, int row, List<Finding> findings)
    {
        for (var index = 0; index < schema.Columns.Count; index++)
        {
            var column = schema.Columns[index];
            var cell = table.Rows[row][index];
            if (Fault(column, _patterns[index], cell, table, row) is not { } fault) continue;
            findings.Add(new Finding(table.File, TableFile.LineOf(row), column.Name, fault.Reason, fault.What, fault.Todo));
        }
    }

    /// <summary>The value itself, or the items of a list.</summary>
    public static string[] Items(ColumnSchema column, string cell) =>
        cell.Length == 0 ? [] : column.Type == ColumnType.List ? cell.Split(';') : [cell];

    private static (string Reason, string What, string Todo)? Fault(ColumnSchema column, Regex? pattern, string cell, TableFile table, int row)
    {
        if (cell.Length == 0) return column.Required ? (Reason.MissingValue, "The cell is empty.", $"Fill it in: {column.About}. Where nothing is known, leave the row out.") : null;
        if (!IsTidy(cell)) return (Reason.UntidyText, "The cell has spaces around it, control characters, or letters not composed as Unicode NFC, or it is very long.", "Trim it, keep it on one line, below 2000 characters, in NFC.");
        if (!HasForm(column.Type, cell)) return (column.Type == ColumnType.Integer ? Reason.NotANumber : Reason.BadDate, $"'{cell}' is not {Form(column.Type)}.", $"Write {Form(column.Type)}.");
        if (column.OneOf is { } listed && !listed.Contains(cell)) return (Reason.NotListed, $"'{cell}' is not one of: {string.Join(", ", listed)}.", "Use one of these, or add the value to the schema in the same change.");
        if (pattern is not null && Items(column, cell).FirstOrDefault(item => !pattern.IsMatch(item)) is { } odd) return (Reason.BadPattern, $"'{odd}' does not have the form {column.Pattern}.", $"Write it so: {column.About}.");
        if (column.NotBefore is { } start && Begins(table.Cell(row, start)) is { } begin && PartialDate.TryParse(cell, out var end) && end.Last < begin)
        {
            return (Reason.UntilBeforeSince, $"'{cell}' is before '{table.Cell(row, start)}' in column '{start}'.", "Correct the one or the other after the source.");
        }

        if (column.WeekdayOf is { } date && DateOnly.TryParseExact(table.Cell(row, date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.ToString("ddd", CultureInfo.InvariantCulture) is var weekday && weekday != cell)
        {
            return (Reason.WrongWeekday, $"{table.Cell(row, date)} is a {weekday}, not a {cell}.", "Check the date against the source; then correct the date or the weekday.");
        }

        return null;
    }

    private static DateOnly? Begins(string cell) => PartialDate.TryParse(cell, out var since) ? since.First : null;

    private static bool IsTidy(string cell) =>
        cell.Length <= LongestCell && cell.AsSpan().Trim().Length == cell.Length && !cell.Any(char.IsControl) && cell.IsNormalized(NormalizationForm.FormC);

    private static bool HasForm(ColumnType type, string cell) => type switch
    {
        ColumnType.Integer => cell.Length <= 9 && cell.All(char.IsAsciiDigit) && (cell.Length == 1 || cell[0] != '0'),
        ColumnType.Date => PartialDate.TryParse(cell, out var day) && day.IsExact,
        ColumnType.PartialDate => PartialDate.TryParse(cell, out _),
        ColumnType.DateOrWindow => EventDate.TryParse(cell, out _),
        _ => true,
    };

    private static string Form(ColumnType type) => type switch
    {
        ColumnType.Integer => "a whole number such as 27",
        ColumnType.Date => "a day that exists, such as 1989-11-06",
        ColumnType.DateOrWindow => "a date that exists, such as 1989, 1989-11 or 1989-11-06, or a window 1989-11-06/1989-11-30 that ends after it begins",
        _ => "a date that exists, such as 1989, 1989-11 or 1989-11-06",
    };
}
