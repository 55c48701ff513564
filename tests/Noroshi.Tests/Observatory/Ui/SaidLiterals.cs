using System.Globalization;
using System.Text;

namespace Noroshi.Tests.Observatory.Ui;

/// <summary>The string literals of a C# file that are sentences, with <c>{0}</c>, <c>{1}</c> … where a value is put in.</summary>
internal static class SaidLiterals
{
    internal static IEnumerable<string> Of(string code)
    {
        for (var at = 0; at < code.Length;)
        {
            if (code.AsSpan(at).StartsWith("//")) at = Next(code, '\n', at);
            else if (code.AsSpan(at).StartsWith("'\"'") || code.AsSpan(at).StartsWith("'\\")) at += code[at + 1] == '\\' ? 4 : 3;
            else if (code[at] != '"') at++;
            else
            {
                var begin = at;
                var text = Literal(code, ref at);
                var line = code[(code.LastIndexOf('\n', begin) + 1)..begin];
                if (code.AsSpan(at).StartsWith("u8")) continue;
                // Lists of column names, and what goes to the log only.
                if (line.Contains("(CsvField.", StringComparison.Ordinal) || line.Contains("log.Log", StringComparison.Ordinal)) continue;
                if (text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter)) yield return text;
            }
        }
    }

    private static string Literal(string code, ref int at)
    {
        var isFilled = at > 0 && code[at - 1] == '$';
        var (text, holes) = (new StringBuilder(), 0);
        for (at++; code[at] != '"';)
        {
            if (code[at] == '\\')
            {
                text.Append(code[at + 1]);
                at += 2;
            }
            else if (isFilled && code[at] == '{')
            {
                at = AfterHole(code, at);
                text.Append(CultureInfo.InvariantCulture, $"{{{holes++}}}");
            }
            else
            {
                text.Append(code[at++]);
            }
        }

        at++;
        return text.ToString();
    }

    private static int AfterHole(string code, int at)
    {
        var depth = 0;
        do
        {
            if (code[at] == '"') at = Next(code, '"', at + 1);
            if (code[at] == '{') depth++;
            if (code[at] == '}') depth--;
            at++;
        }
        while (depth > 0);
        return at;
    }

    private static int Next(string code, char wanted, int from) => code.IndexOf(wanted, from) is >= 0 and var found ? found : code.Length;
}
