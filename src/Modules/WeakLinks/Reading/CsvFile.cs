using System.Text;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Reading;

/// <summary>A CSV file with a header: UTF-8, RFC 4180 without line breaks in cells, known columns in any order, rows one at a time. A name that ends in .json holds the same as JSON.</summary>
internal sealed class CsvFile
{
    private CsvFile(string name, Dictionary<string, int> columns) => (Name, Columns) = (name, columns);

    /// <summary>The file as it was named.</summary>
    internal string Name { get; }

    internal IReadOnlyDictionary<string, int> Columns { get; }

    /// <summary>Reads a file that has the required columns and no others than the optional.</summary>
    /// <exception cref="RefusalException">The file, its header or its form is wrong.</exception>
    internal static IEnumerable<CsvRow> Read(string path, string[] required, string[] optional) => JsonTable.Is(path) ? JsonTable.Read(path, required, optional) : ReadLines(path, required, optional);

    /// <summary>A table that was read otherwise, for the refusals of its rows.</summary>
    internal static CsvFile Of(string name, Dictionary<string, int> columns) => new(name, columns);

    private static IEnumerable<CsvRow> ReadLines(string path, string[] required, string[] optional)
    {
        using var text = Open(path);
        CsvFile? file = null;
        var (number, rows) = (0, 0);
        while (Line(text, path) is { } line)
        {
            number++;
            if (line.Length == 0) continue;
            var cells = Cells(line, path, number);
            if (file is null)
            {
                file = new CsvFile(path, Header(cells, path, required, optional));
                continue;
            }

            if (cells.Count != file.Columns.Count)
                throw Refuse($"{path}, row {number}: the row has {cells.Count} cells, the header {file.Columns.Count}. Give every column a cell, empty where nothing is known; quote cells that hold a comma.");
            rows++;
            yield return new CsvRow(file, number, [.. cells]);
        }

        if (rows == 0) throw Refuse($"{path}: there are no rows. Give the header {string.Join(',', required)} and at least one row below it.");
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {problem.Message}", RefusalException.Input, problem);
        }
    }

    private static string? Line(StreamReader text, string path)
    {
        try
        {
            return text.ReadLine();
        }
        catch (Exception problem) when (problem is DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read as UTF-8 text: {problem.Message} Save it as UTF-8.", RefusalException.Input, problem);
        }
    }

    private static Dictionary<string, int> Header(List<string> cells, string path, string[] required, string[] optional)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (cell, place) in cells.Select((cell, place) => (cell.Trim(), place)))
        {
            if (!required.Contains(cell) && !optional.Contains(cell))
                throw Refuse($"{path}, row 1: there is no column '{cell}'. The columns are {string.Join(',', required.Concat(optional))}.");
            if (!columns.TryAdd(cell, place)) throw Refuse($"{path}, row 1: the column '{cell}' stands twice. Keep one.");
        }

        foreach (var column in required)
        {
            if (!columns.ContainsKey(column)) throw Refuse($"{path}, row 1: the column '{column}' is missing. Write the header as {string.Join(',', required.Concat(optional))}.");
        }

        return columns;
    }

    private static List<string> Cells(string line, string path, int number)
    {
        List<string> cells = [];
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                var cell = new StringBuilder();
                for (at++; ; at++)
                {
                    if (at >= line.Length) throw Refuse($"{path}, row {number}: a quotation mark is open. Close it; cells hold no line breaks.");
                    if (line[at] != '"') cell.Append(line[at]);
                    else if (at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
                    else break;
                }

                at++;
                if (at < line.Length && line[at] != ',') throw Refuse($"{path}, row {number}: text stands behind a closing quotation mark. Double the quotation marks within a cell.");
                cells.Add(cell.ToString());
            }
            else
            {
                var end = line.IndexOf(',', at);
                cells.Add(end < 0 ? line[at..] : line[at..end]);
                at = end < 0 ? line.Length : end;
            }

            if (at >= line.Length) return cells;
            at++;
        }
    }

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
