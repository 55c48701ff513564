using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell;

/// <summary>A small table as a CSV download (RFC 4180, UTF-8). Cells that a spreadsheet would run as a formula are defused.</summary>
public static class CsvTable
{
    /// <summary>The table as a file to keep.</summary>
    public static IResult Download(string fileName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        TypedResults.File(Write(columns, rows), "text/csv; charset=utf-8", fileName);

    /// <summary>The bytes of the file: header line first, CRLF, with the mark that lets spreadsheets read Japanese.</summary>
    public static byte[] Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        // The mark lets spreadsheets read Japanese as what it is.
        var options = new CsvWriterOptions { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true, HasHeader = false };
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, options, true))
        {
            foreach (var column in columns) csv.WriteField(column);
            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(Text(cell));
                csv.EndRecord();
            }
        }

        return memory.ToArray();
    }

    private static string Text(object? cell) => cell switch
    {
        null => string.Empty,
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? string.Empty,
    };
}
