using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Noroshi.Stix;

/// <summary>Regular expressions of MATCHES: by an engine without backtracking where it understands them, never without a bound.</summary>
internal static class RegexRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>Why an expression cannot be used; null when it can.</summary>
    public static string? Problem(string expression)
    {
        if (Repeats(expression) > PatternLimits.RegexRepeats) return $"The counted repetitions of the regular expression multiply to more than {PatternLimits.RegexRepeats:N0}; use smaller counts or *.";
        try
        {
            Compile(expression);
            return null;
        }
        catch (ArgumentException problem)
        {
            return $"The regular expression cannot be read: {problem.Message}";
        }
    }

    /// <summary>The expression over text in normal form C.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static Regex Compile(string expression)
    {
        var normal = Normal(expression);
        try
        {
            return new Regex(normal, Options | RegexOptions.NonBacktracking, PatternLimits.RegexTime);
        }
        catch (NotSupportedException)
        {
            // Lookaround, back references and atomic groups need the engine that backtracks; time is its bound.
            return new Regex(normal, Options, PatternLimits.BacktrackingTime);
        }
    }

    /// <summary>Text in normal form C, as section 9.6 asks for LIKE and MATCHES; text that is not Unicode stays as it is.</summary>
    public static string Normal(string text)
    {
        if (Ascii.IsValid(text)) return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    // An automaton unrolls {n}: what counts is the product of the counts within one another, and the sum of those side by side.
    private static long Repeats(string expression)
    {
        List<(long Inside, long Last)> open = [(0, 0)];
        for (var at = 0; at < expression.Length; at++)
        {
            var (inside, last) = open[^1];
            switch (expression[at])
            {
                case '\\':
                    at++;
                    open[^1] = (inside, 1);
                    break;
                case '[':
                    at = EndOfClass(expression, at);
                    open[^1] = (inside, 1);
                    break;
                case '(':
                    open.Add((0, 0));
                    break;
                case ')' when open.Count > 1:
                    open.RemoveAt(open.Count - 1);
                    open[^1] = (open[^1].Inside, Math.Max(1, inside));
                    break;
                case '{' when Count(expression, at, out var end) is { } count:
                    at = end;
                    var product = Math.Min(last * Math.Max(1, count), int.MaxValue);
                    open[^1] = (Math.Min(inside + product, int.MaxValue), product);
                    break;
                default:
                    open[^1] = (inside, 1);
                    break;
            }
        }

        return open.Max(level => level.Inside);
    }

    private static int EndOfClass(string expression, int at)
    {
        for (at++; at < expression.Length && (expression[at] != ']' || expression[at - 1] is '[' or '^'); at++)
        {
            if (expression[at] == '\\') at++;
        }

        return at;
    }

    // The larger number of {m}, {m,} or {m,n}; null where the brace is a brace.
    private static long? Count(string expression, int at, out int end)
    {
        end = expression.IndexOf('}', at);
        if (end < 0) return null;
        var parts = expression[(at + 1)..end].Split(',');
        if (parts.Length > 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        if (parts.Length == 2 && parts[1].Length > 0)
        {
            if (!long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return null;
            count = Math.Max(count, most);
        }

        return count;
    }
}
