namespace Noroshi.Observatory.Reading;

/// <summary>Splits one line of CSV (RFC 4180) without copying; the marks around quoted fields are left out of the ranges.</summary>
internal static class CsvLine
{
    /// <summary>Returns how many fields were found, at most as many as <paramref name="fields"/> holds (doubled quotation marks stay doubled); -1 where a quotation mark is not closed on the line.</summary>
    public static int Split(ReadOnlySpan<byte> line, byte delimiter, Span<Range> fields)
    {
        var count = 0;
        var at = 0;
        while (count < fields.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                var start = ++at;
                while (true)
                {
                    var close = line[at..].IndexOf((byte)'"');
                    if (close < 0) return -1;
                    at += close + 1;
                    if (at >= line.Length || line[at] != '"') break;
                    at++;
                }

                fields[count++] = start..(at - 1);
                if (at < line.Length && line[at] != delimiter) return -1;
            }
            else
            {
                var end = line[at..].IndexOf(delimiter);
                var start = at;
                at = end < 0 ? line.Length : at + end;
                fields[count++] = start..at;
            }

            if (at >= line.Length) break;
            at++;
        }

        return count;
    }
}
