using System.Text;
using System.Text.RegularExpressions;

namespace Noroshi.Tests.Shell.Languages;

/// <summary>Reads a Razor file as far as needed to tell text written in markup from text taken from resources.</summary>
internal static partial class RazorMarkup
{
    private const char Expression = '\0';
    private static readonly string[] SpokenAttributes =
    [
        "title", "alt", "placeholder", "aria-label", "label", "Title", "Lead", "Label", "Caption", "Hint", "Empty", "MoreText", "ActionText",
        "Button", "Confirm", "Question", "Loses", "Unit", "Source",
    ];

    /// <summary>Every text a person would read that stands literally in the markup.</summary>
    internal static IReadOnlyList<string> LiteralTexts(string razor)
    {
        var markup = WithoutExpressions(WithoutCode(razor));
        var found = new List<string>();
        var at = 0;
        var exempt = false;
        foreach (Match tag in Tag().Matches(markup))
        {
            if (!exempt) AddText(found, markup[at..tag.Index]);
            at = tag.Index + tag.Length;
            // Keys and names of languages are the same in every language; a lang attribute says whose words they are.
            exempt = tag.Groups["name"].Value is "kbd" or "code" || tag.Value.Contains(" lang=\"", StringComparison.Ordinal);
            foreach (Match attribute in Attribute().Matches(tag.Groups["rest"].Value))
                if (SpokenAttributes.Contains(attribute.Groups["name"].Value) && !attribute.Groups["value"].Value.StartsWith('/')) AddText(found, attribute.Groups["value"].Value);
        }

        AddText(found, markup[at..]);
        return found;
    }

    /// <summary>The localizer a file injects as <c>Text</c> and the keys it asks for; a key that is put together ends in <c>*</c>.</summary>
    internal static (string? Resource, IReadOnlyList<string> Keys) KeysAsked(string razor)
    {
        var resource = Localizer().Match(razor);
        return (resource.Success ? resource.Groups["type"].Value : null,
            [.. Key().Matches(razor).Select(static match => match.Groups["key"].Value + (match.Groups["more"].Success ? "*" : "")).Distinct()]);
    }

    private static void AddText(List<string> found, string text)
    {
        var words = Statement().Replace(text, " ");
        words = Entity().Replace(words, " ").Replace("{", " ", StringComparison.Ordinal).Replace("}", " ", StringComparison.Ordinal).Trim(' ', '\r', '\n', '\t', Expression);
        if (words.Any(char.IsLetter)) found.Add(words);
    }

    private static string WithoutCode(string razor)
    {
        var text = Comment().Replace(razor, "");
        var code = CodeBlock().Match(text);
        if (code.Success) text = text[..code.Index];
        return Directive().Replace(text, "");
    }

    private static string WithoutExpressions(string text)
    {
        var rest = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '@' && at + 1 < text.Length && text[at + 1] == '@')
            {
                rest.Append('@');
                at += 2;
            }
            else if (text[at] == '@')
            {
                at = EndOfExpression(text, at + 1);
                rest.Append(Expression);
            }
            else
            {
                rest.Append(text[at++]);
            }
        }

        return ElseIf().Replace(rest.ToString(), static match => match.Groups["gap"].Value + Expression);
    }

    private static int EndOfExpression(string text, int at)
    {
        if (text[at] is '(' or '{') return EndOfBrackets(text, at);
        var word = Word().Match(text, at);
        at += word.Length;
        if (word.Value is "if" or "foreach" or "for" or "switch" or "while")
        {
            at = text.IndexOf('(', at);
            return EndOfBrackets(text, at);
        }

        while (at < text.Length)
        {
            if (text[at] is '(' or '[') at = EndOfBrackets(text, at);
            else if (text[at] is '!' or '?' && at + 1 < text.Length && text[at + 1] is '.' or '[') at++;
            else if (text[at] == '.' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_')) at += 1 + Word().Match(text, at + 1).Length;
            else break;
        }

        return at;
    }

    private static int EndOfBrackets(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"') at = text.IndexOf('"', at + 1);
            else if (text[at] is '(' or '[' or '{') depth++;
            else if (text[at] is ')' or ']' or '}' && --depth == 0) return at + 1;
        }

        throw new FormatException("A bracket of an expression does not close.");
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^@(page|inject|using|attribute|inherits|implements|typeparam|namespace|layout|preservewhitespace)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"<(?<name>[/!]?[A-Za-z][\w.-]*)(?<rest>(?:[^<>""]|""[^""]*"")*)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>[\w-]+)=""(?<value>[^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<gap>\})\s*else(\s+if\s*\((?:[^()""]|""[^""]*""|\((?:[^()]|\([^()]*\))*\))*\))?")]
    private static partial Regex ElseIf();

    [GeneratedRegex(@"^\s*(?:(?:var|int|long|string|bool|double)\s+\w+\s*=[^;]*;|case\s[^:]*:|default:|break;|(?:if|foreach|for|while|switch)\s*\([^\n]*\)\s*$|[\w.]+\([^;]*\);|\w+(?:\+\+|--);)", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"&\w+;|&#x?[0-9A-Fa-f]+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"IStringLocalizer<(?<type>\w+)>\s+Text\b")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\bText(?:\.GetString\(|\[)""(?<key>\w+)""(?<more>\s*\+)?")]
    private static partial Regex Key();
}
