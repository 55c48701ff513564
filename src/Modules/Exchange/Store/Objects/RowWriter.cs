using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Writes many rows with one statement and one parameter, a JSON list of lists: parameters by the hundred cost more than the rows.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns in the order of the values: <c>name</c> for text, <c>name:n</c> for a number, <c>name:b</c> for bytes that are UTF-8.</param>
internal sealed class RowWriter(string table, params string[] columns)
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _sqlite = Statement(RecordDialect.Sqlite, table, columns);
    private readonly string _postgres = Statement(RecordDialect.Postgres, table, columns);

    /// <summary>The rows of a parameter <c>@rows</c> as a table <c>r</c> whose column <c>value</c> holds one list each; <c>r.value ->> 0</c> is its first value.</summary>
    public static string Each(RecordDialect dialect) => dialect == RecordDialect.Postgres ? "json_array_elements(@rows::json) AS r(value)" : "json_each(@rows) AS r";

    /// <summary>Writes the rows; each has one value a column: text, number or bytes.</summary>
    /// <param name="transaction">In which.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="skipsKnown">Rows that are there already are passed over instead of failing.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task WriteAsync(RecordTransaction transaction, IReadOnlyList<object?[]> rows, bool skipsKnown, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var sql = transaction.Dialect == RecordDialect.Postgres ? _postgres : _sqlite;
        await transaction.ExecuteAsync(skipsKnown ? sql + " ON CONFLICT DO NOTHING" : sql, new { rows = Pack(rows) }, cancel).ConfigureAwait(false);
    }

    /// <summary>Rows as the parameter that <see cref="Each"/> reads.</summary>
    public static string Pack(IEnumerable<object?[]> rows)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(output, _writing))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartArray();
                foreach (var value in row) Write(writer, value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case byte[] bytes: writer.WriteStringValue(bytes); break;
            default: writer.WriteStringValue((string)value); break;
        }
    }

    // "WHERE true" parts the rows from the conflict clause, which SQLite would else take for the condition of a join.
    private static string Statement(RecordDialect dialect, string table, string[] columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Split(':')[0]))}) SELECT {string.Join(", ", columns.Select((column, at) => Value(dialect, column, at)))} FROM {Each(dialect)} WHERE true";

    private static string Value(RecordDialect dialect, string column, int at) => column.Split(':') switch
    {
        [_, "n"] => $"CAST(r.value ->> {at} AS BIGINT)",
        [_, "b"] => dialect == RecordDialect.Postgres ? $"convert_to(r.value ->> {at}, 'UTF8')" : $"CAST(r.value ->> {at} AS BLOB)",
        _ => $"r.value ->> {at}",
    };
}
