using System.Text;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Splits text into lines of fields. A field never spans lines here: a quotation mark that does not close is found where it stands.</summary>
internal sealed class CsvLines(TextReader text, string name)
{
    private const int LongestLine = 4_000;

    private readonly char[] buffer = new char[LongestLine];

    /// <summary>Row number in the file, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>The fields of the next line that is neither blank nor a comment; null at the end.</summary>
    public List<string>? Next()
    {
        while (ReadLine() is { } length)
        {
            Row++;
            var line = buffer.AsSpan(0, length);
            if (Row == 1) line = line.TrimStart('\uFEFF');
            if (!line.IsWhiteSpace() && line[0] != '#') return Split(line);
        }

        return null;
    }

    /// <summary>Length of the next line in the buffer. Lines are bounded, so that a file without line ends is refused and not loaded.</summary>
    private int? ReadLine()
    {
        var length = 0;
        try
        {
            while (true)
            {
                var next = text.Read();
                if (next < 0) return length == 0 ? null : length;
                if (next == '\n') return length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
                if (length == LongestLine) throw Wrong("LongLine", Row + 1, LongestLine);
                buffer[length++] = (char)next;
            }
        }
        catch (DecoderFallbackException problem)
        {
            throw new EnrichmentFileException(FileWords.Say("NotUtf8", name, Row), problem);
        }
        catch (IOException problem)
        {
            throw new EnrichmentFileException(FileWords.Say("Broken", name, Row, problem.Message), problem);
        }
    }

    private List<string> Split(ReadOnlySpan<char> line)
    {
        foreach (var letter in line)
        {
            if (char.IsControl(letter)) throw Wrong("ControlCharacter", Row, (int)letter);
        }

        var fields = new List<string>();
        while (true)
        {
            var comma = line is ['"', ..] ? Quoted(line, fields) : line.IndexOf(',');
            if (line is not ['"', ..])
            {
                var field = comma < 0 ? line : line[..comma];
                if (field.Contains('"')) throw Wrong("MarkInside", Row);
                fields.Add(field.ToString());
            }

            if (comma < 0) return fields;
            line = line[(comma + 1)..];
        }
    }

    /// <summary>Adds a quoted field; the place of the comma after it, or -1.</summary>
    private int Quoted(ReadOnlySpan<char> line, List<string> fields)
    {
        var at = 1;
        while (true)
        {
            var mark = line[at..].IndexOf('"');
            if (mark < 0) throw Wrong("MarkOpen", Row);
            at += mark + 1;
            if (at < line.Length && line[at] == '"') at++;
            else break;
        }

        if (at < line.Length && line[at] != ',') throw Wrong("AfterMark", Row);
        fields.Add(line[1..(at - 1)].ToString().Replace("\"\"", "\"", StringComparison.Ordinal));
        return at < line.Length ? at : -1;
    }

    private EnrichmentFileException Wrong(string key, int row, int about = 0) => new(FileWords.Say(key, name, row, about));
}
