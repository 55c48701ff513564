using System.Text;

namespace Noroshi.Contacts.Formats;

/// <summary>Reads CSV strictly (RFC 4180): quotes where they belong, every row with its line.</summary>
internal static class CsvCells
{
    private const int LongestCell = 8_000;

    /// <summary>The rows; stops at the first fault, which is returned with its line.</summary>
    internal static (List<(int Line, List<string> Cells)> Rows, string? Fault, int Line) Read(string text, int mostRows)
    {
        var rows = new List<(int, List<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, at) = (1, 1, text.StartsWith('\ufeff') ? 1 : 0);
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                at++;
                for (; ; at++)
                {
                    if (at >= text.Length) return (rows, "A quoted cell does not end.", first);
                    if (cell.Length > LongestCell) return (rows, $"A cell is longer than {LongestCell} characters.", line);
                    if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"') at++;
                    else if (text[at] == '"') break;
                    if (text[at] == '\n') line++;
                    cell.Append(text[at]);
                }

                at++;
                if (at < text.Length && text[at] is not (',' or '\r' or '\n')) return (rows, "A quote ends in the middle of a cell.", line);
            }
            else
            {
                while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                {
                    if (text[at] == '"') return (rows, "A quote stands in an unquoted cell; quote the cell and double the quote.", line);
                    if (cell.Length > LongestCell) return (rows, $"A cell is longer than {LongestCell} characters.", line);
                    cell.Append(text[at++]);
                }
            }

            cells.Add(cell.ToString());
            cell.Clear();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length && text[at] is not ('\r' or '\n')) continue;
                cells.Add("");
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            if (cells.Count > 1 || cells[0].Length > 0) rows.Add((first, cells));
            if (rows.Count > mostRows) return (rows, $"The file has more than {mostRows} rows; split it.", line);
            cells = [];
            first = ++line;
        }

        return (rows, null, 0);
    }

    /// <summary>A cell as written: quoted, and with a quote mark before what a spreadsheet would take for a formula.</summary>
    internal static string Write(string text)
    {
        if (text.Length == 0) return "";
        var safe = IsDangerous(text) ? "'" + text : text;
        return safe.IndexOfAny([',', '"', '\r', '\n', '\'']) < 0 && safe.Trim().Length == safe.Length ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>Takes off the mark that <see cref="Write"/> put on.</summary>
    internal static string Unguard(string cell) => cell.Length > 1 && cell[0] == '\'' && IsDangerous(cell[1..]) ? cell[1..] : cell;

    private static bool IsDangerous(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';
}
