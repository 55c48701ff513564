using System.Text;

namespace Noroshi.Contacts.Formats;

/// <summary>A content line of a vCard (RFC 6350, section 3.3), unfolded; the value still escaped.</summary>
/// <param name="Number">Line of the file on which it begins.</param>
/// <param name="Name">Upper case, without a group.</param>
/// <param name="Parameters">By upper-case name.</param>
/// <param name="Value">As written.</param>
internal sealed record VCardLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    private const int MostOctets = 75;
    private const int LongestLine = 20_000;

    /// <summary>The value as text.</summary>
    internal string Text => Unescape(Value);

    /// <summary>The unfolded lines of a file; a line that cannot be read is null.</summary>
    internal static IEnumerable<(int Number, VCardLine? Line)> Read(string text)
    {
        var lines = text.TrimStart('\ufeff').Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var number = at + 1;
            var whole = new StringBuilder(lines[at].TrimEnd('\r'));
            while (at + 1 < lines.Length && lines[at + 1].Length > 0 && lines[at + 1][0] is ' ' or '\t' && whole.Length < LongestLine) whole.Append(lines[++at].TrimEnd('\r')[1..]);
            if (whole.Length > 0) yield return (number, whole.Length >= LongestLine ? null : Parse(number, whole.ToString()));
        }
    }

    /// <summary>A line as written: escaped, folded at 75 octets, and never within a character.</summary>
    internal static string Write(string name, string text, string? parameters = null, bool raw = false)
    {
        var line = name + (parameters is null ? "" : ";" + parameters) + ":" + (raw ? text : Escape(text));
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }

    internal static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) plain.Append(text[++at] is 'n' or 'N' ? '\n' : text[at]);
            else plain.Append(text[at]);
        }

        return plain.ToString();
    }

    private static VCardLine? Parse(int number, string line)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (line[at] == ';' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else if (line[at] == ':' && !quoted)
            {
                parts.Add(part.ToString());
                var name = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0][(parts[0].IndexOf('.', StringComparison.Ordinal) + 1)..] : parts[0];
                var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var pair in parts.Skip(1).Select(each => each.Split('=', 2)).Where(pair => pair.Length == 2)) parameters[pair[0].ToUpperInvariant()] = pair[1];
                return name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? null : new VCardLine(number, name.ToUpperInvariant(), parameters, line[(at + 1)..]);
            }
            else part.Append(line[at]);
        }

        return null;
    }
}
