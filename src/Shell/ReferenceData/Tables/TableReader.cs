using System.Text;
using CsvHelper;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Reads one CSV file strictly: UTF-8 without mark, RFC 4180, the schema's columns in the schema's order, nothing more.</summary>
internal static class TableReader
{
    private const int LargestFile = 16 * 1024 * 1024;
    private const string Describe = "See data/README.md, \"The form of the files\".";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Form = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        TrimWhitespace = false,
        DetectSeparatorHint = false,
        MaxRecordSize = 64 * 1024,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    /// <summary>The file's rows, or <c>null</c> with a finding where the form is so broken that rows mean nothing.</summary>
    public static TableFile? Read(string dataFolder, string file, TableSchema schema, List<Finding> findings)
    {
        Finding Whole(string reason, string what, string todo, int row = 0, string column = "") => new(file, row, column, reason, what, todo);
        var path = Path.Combine(dataFolder, file);
        if (new FileInfo(path) is { LinkTarget: null, Length: <= LargestFile } == false)
        {
            findings.Add(Whole(Reason.NotAPlainFile, "The file is a link or larger than 16 MiB.", "Put a plain file in its place; split a table that has outgrown one file."));
            return null;
        }

        if (Decode(File.ReadAllBytes(path), Whole, findings) is not { } text) return null;
        List<string[]> lines;
        try
        {
            lines = Parse(text);
        }
        catch (CsvFormatException fault)
        {
            var row = (int)Math.Min(fault.LineNumber, int.MaxValue);
            findings.Add(Whole(Reason.MalformedCsv, "A quotation mark is open or stands inside an unquoted cell.", "Quote the cell and double the quotation marks in it.", row));
            return null;
        }

        if (lines.Count == 0)
        {
            findings.Add(Whole(Reason.MissingColumn, "The file is empty.", $"Begin it with the header: {Header(schema)}"));
            return null;
        }

        if (!HeaderHolds(lines[0], schema, Whole, findings)) return null;
        var sound = true;
        for (var index = 1; index < lines.Count; index++)
        {
            if (lines[index].Length == schema.Columns.Count) continue;
            findings.Add(Whole(Reason.CellCount, $"The row has {lines[index].Length} cells; the header has {schema.Columns.Count}.", "Give every column a cell, empty where nothing is known; quote cells with a comma.", index + 1));
            sound = false;
        }

        if (!sound) return null;
        var table = new TableFile(schema, file, lines.GetRange(1, lines.Count - 1));
        if (CanonicalForm.FirstDifference(text, schema, table.Rows) is { } line)
        {
            findings.Add(Whole(Reason.NotCanonical, "The line is not written in the one form that keeps differences reviewable (LF, quotes only where needed, one final line feed, no empty lines).", Describe, line));
        }

        return table;
    }

    private static string? Decode(byte[] bytes, Func<string, string, string, int, string, Finding> whole, List<Finding> findings)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
        {
            findings.Add(whole(Reason.ByteOrderMark, "The file begins with a byte order mark.", "Save it as UTF-8 without mark.", 0, ""));
            return null;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var row = 1 + bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n');
            findings.Add(whole(Reason.NotUtf8, "The file is not UTF-8.", "Save it as UTF-8 without mark.", row, ""));
            return null;
        }
    }

    private static List<string[]> Parse(string text)
    {
        using var reader = CsvReader.FromText(text, Form);
        var lines = new List<string[]>();
        while (reader.Read()) lines.Add(reader.Current.ToArray());
        return lines;
    }

    private static bool HeaderHolds(string[] header, TableSchema schema, Func<string, string, string, int, string, Finding> whole, List<Finding> findings)
    {
        var expected = schema.Columns.Select(column => column.Name).ToArray();
        if (header.AsSpan().SequenceEqual(expected)) return true;
        var todo = $"Write the header as: {Header(schema)}";
        var before = findings.Count;
        findings.AddRange(expected.Except(header).Select(name => whole(Reason.MissingColumn, $"Column '{name}' is missing.", todo, 1, name)));
        findings.AddRange(header.Except(expected).Select(name => whole(Reason.ExtraColumn, $"Column '{name}' is not in the schema of table '{schema.Table}'.", todo, 1, name)));
        if (findings.Count == before) findings.Add(whole(Reason.ColumnOrder, "The columns stand in another order than in the schema, or one stands twice.", todo, 1, ""));
        return false;
    }

    private static string Header(TableSchema schema) => string.Join(',', schema.Columns.Select(column => column.Name));
}
