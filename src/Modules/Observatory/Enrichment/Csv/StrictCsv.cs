using System.Text;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Reads small CSV files that people keep by hand (RFC 4180): a fixed header, every field present, clear words for whatever is wrong.</summary>
internal static class StrictCsv
{
    /// <summary>No list kept by hand comes near this; more is a mistake or an attack.</summary>
    public const long LargestFile = 64L << 20;

    /// <summary>The most rows a list may have.</summary>
    public const int MostRows = 500_000;

    /// <summary>Opens a file as strict UTF-8.</summary>
    /// <exception cref="EnrichmentFileException">Absent, unreadable or too large.</exception>
    public static StreamReader Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            if (file.Length <= LargestFile) return new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            file.Dispose();
            throw new EnrichmentFileException(FileWords.Say("TooLarge", path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new EnrichmentFileException(FileWords.Say("CannotRead", path, problem.Message), problem);
        }
    }

    /// <summary>Rows after the header, in order; blank lines and lines that start with # are passed over.</summary>
    /// <param name="text">The content.</param>
    /// <param name="name">Named in messages.</param>
    /// <param name="header">The header line, exactly.</param>
    public static IEnumerable<CsvRow> Read(TextReader text, string name, string header)
    {
        var columns = header.Split(',');
        var lines = new CsvLines(text, name);
        var first = true;
        var count = 0;
        while (lines.Next() is { } fields)
        {
            if (first)
            {
                if (!fields.SequenceEqual(columns, StringComparer.Ordinal))
                {
                    throw new EnrichmentFileException(FileWords.Say("Header", name, lines.Row, Shown(string.Join(',', fields)), header));
                }

                first = false;
                continue;
            }

            if (++count > MostRows) throw new EnrichmentFileException(FileWords.Say("TooManyRows", name, lines.Row, MostRows));
            if (fields.Count != columns.Length)
            {
                throw new EnrichmentFileException(FileWords.Say("FieldCount", name, lines.Row, fields.Count, columns.Length));
            }

            yield return new CsvRow(name, lines.Row, columns, [.. fields]);
        }

        if (first) throw new EnrichmentFileException(FileWords.Say("Empty", name, header));
    }

    internal static string Shown(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
