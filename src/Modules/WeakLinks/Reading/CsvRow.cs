using System.Globalization;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Reading;

/// <summary>One row of a file; every refusal names the file, the row as an editor counts it, the column, and what to do.</summary>
internal sealed class CsvRow(CsvFile file, int number, string[] cells)
{
    internal int At => number;

    /// <summary>What stands in the column, without blanks around it; empty where the file has no such column.</summary>
    internal string Text(string column) => file.Columns.TryGetValue(column, out var place) ? cells[place].Trim() : "";

    /// <summary>What must stand there.</summary>
    internal string Required(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Refuse(column, "is empty", "Give it; what is missing is never taken as nought.");

    /// <summary>A number within bounds, or null where the cell is empty.</summary>
    internal double? Number01(string column) => Number(column, 0, 1, "Give a number from 0 to 1, with a point for decimals.");

    /// <summary>A number from nought on, or null where the cell is empty.</summary>
    internal double? NotNegative(string column) => Number(column, 0, double.MaxValue, "Give a number of 0 or more, with a point for decimals and without separators.");

    /// <summary>A whole number from nought on, or null where the cell is empty.</summary>
    internal long? Count(string column)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Refuse(column, $"is '{text}'", "Give a whole number of 0 or more.");
    }

    /// <summary>What the column holds as ids joined by semicolons.</summary>
    internal string[] Ids(string column) => Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The names for readers, of the columns name_en and name_ja; null where both are empty.</summary>
    internal Naming? Named() => (Text("name_en"), Text("name_ja")) switch
    {
        ("", "") => null,
        var (english, japanese) => new Naming(english.Length > 0 ? english : null, japanese.Length > 0 ? japanese : null),
    };

    /// <summary>The refusal of this row.</summary>
    internal RefusalException Refuse(string column, string what, string todo) => new($"{file.Name}, row {number}, column {column}: the cell {what}. {todo}", RefusalException.Input);

    private double? Number(string column, double least, double most, string todo)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) throw Refuse(column, $"is '{text}', which is not a number", todo);
        return value >= least && value <= most ? value : throw Refuse(column, $"is {text}", todo);
    }
}
