using System.Globalization;
using System.Text;
using Dapper;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Writes many rows with few statements: a row of its own for each would cost a round trip to the database.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns, in the order of the values.</param>
internal sealed class RowWriter(string table, params string[] columns)
{
    // SQLite looks parameters up by name, one after the other: statements of many rows would spend their time there.
    private static readonly int[] _sizes = [16, 4, 1];
    private static readonly string[,] _names = Names(16, 16);
    private readonly Dictionary<int, string> _statements = _sizes.ToDictionary(size => size, size => Statement(table, columns, size, ""));
    private readonly Dictionary<int, string> _lenient = _sizes.ToDictionary(size => size, size => Statement(table, columns, size, " ON CONFLICT DO NOTHING"));

    /// <summary>Writes the rows; each has one value a column.</summary>
    /// <param name="transaction">In which.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="skipsKnown">Rows that are there already are passed over instead of failing.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task WriteAsync(RecordTransaction transaction, IReadOnlyList<object?[]> rows, bool skipsKnown, CancellationToken cancel)
    {
        for (var done = 0; done < rows.Count;)
        {
            var size = Array.Find(_sizes, candidate => candidate <= rows.Count - done);
            var values = new DynamicParameters();
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < columns.Length; column++) values.Add(Name(row, column), rows[done + row][column]);
            }

            await transaction.ExecuteAsync((skipsKnown ? _lenient : _statements)[size], values, cancel).ConfigureAwait(false);
            done += size;
        }
    }

    private static string[,] Names(int rows, int columns)
    {
        var names = new string[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) names[row, column] = string.Create(CultureInfo.InvariantCulture, $"p{row}_{column}");
        }

        return names;
    }

    private static string Statement(string table, string[] columns, int rows, string ending)
    {
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", columns.Select((_, column) => "@" + Name(row, column))).Append(')');
        }

        return sql.Append(ending).ToString();
    }

    private static string Name(int row, int column) => _names[row, column];
}
