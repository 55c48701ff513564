using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Noroshi.Stix;

/// <summary>Cuts a pattern into words, one at a time.</summary>
internal sealed class PatternLexer(string text)
{
    private static readonly FrozenSet<string> _keywords = FrozenSet.ToFrozenSet(
        ["AND", "OR", "NOT", "FOLLOWEDBY", "LIKE", "MATCHES", "ISSUPERSET", "ISSUBSET", "EXISTS", "LAST", "IN", "START", "STOP", "SECONDS", "true", "false", "WITHIN", "REPEATS", "TIMES"], StringComparer.Ordinal);

    private static readonly SearchValues<char> _nameRest = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private int _at;

    public PatternToken Next()
    {
        SkipBlank();
        if (_at >= text.Length) return new PatternToken(TokenKind.End, "", text.Length);
        var (start, first) = (_at, text[_at]);
        if (first is 't' or 'h' or 'b' && _at + 1 < text.Length && text[_at + 1] == '\'') return Prefixed(first);
        if (char.IsAsciiLetter(first) || first == '_') return Word();
        if (first == '\'') return new PatternToken(TokenKind.Text, Quoted(start), start);
        if (char.IsAsciiDigit(first) || (first is '+' or '-' or '.' && _at + 1 < text.Length && (char.IsAsciiDigit(text[_at + 1]) || text[_at + 1] == '.'))) return NumberOrDot();
        foreach (var symbol in (ReadOnlySpan<string>)["==", "!=", "<>", "<=", ">=", "=", "<", ">", "[", "]", "(", ")", ":", ".", ",", "*"])
        {
            if (!text.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal)) continue;
            _at += symbol.Length;
            return new PatternToken(TokenKind.Symbol, symbol switch { "==" => "=", "<>" => "!=", _ => symbol }, start);
        }

        throw Failure(start, $"'{Rune.GetRuneAt(Whole(start), 0)}' cannot stand in a pattern outside of quotes.");
    }

    public static PatternException Failure(int position, string message) => new(new PatternError(position, message));

    // Half a surrogate pair in the input must not become an exception of its own.
    private string Whole(int at) => char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) ? "\uFFFD" : text.Substring(at, Math.Min(2, text.Length - at));

    private void SkipBlank()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at])) _at++;
            else if (text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal)) _at = EndOf(text.AsSpan(_at).IndexOfAny('\r', '\n'), 0);
            else if (text.AsSpan(_at).StartsWith("/*", StringComparison.Ordinal)) SkipComment();
            else return;
        }
    }

    private void SkipComment()
    {
        var end = text.AsSpan(_at + 2).IndexOf("*/", StringComparison.Ordinal);
        if (end < 0) throw Failure(_at, "The comment that begins here does not end; write */ after it.");
        _at += end + 4;
    }

    private int EndOf(int found, int more) => found < 0 ? text.Length : _at + found + more;

    private PatternToken Word()
    {
        var start = _at;
        _at = EndOf(text.AsSpan(_at).IndexOfAnyExcept(_nameRest), 0);
        var word = text[start.._at];
        return new PatternToken(_keywords.Contains(word) ? TokenKind.Keyword : word.Contains('-', StringComparison.Ordinal) ? TokenKind.HyphenName : TokenKind.Name, word, start);
    }

    private PatternToken NumberOrDot()
    {
        var start = _at;
        var rest = text.AsSpan(_at);
        var sign = rest[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(rest[sign..]);
        var fraction = rest.Length > sign + whole + 1 && rest[sign + whole] == '.' ? Digits(rest[(sign + whole + 1)..]) : 0;
        if (fraction > 0)
        {
            _at += sign + whole + 1 + fraction;
            return new PatternToken(TokenKind.Float, text[start.._at], start);
        }

        if (sign == 0 && whole == 0)
        {
            _at++;
            return new PatternToken(TokenKind.Symbol, ".", start);
        }

        if (whole == 0) throw Failure(start, $"'{rest[0]}' must stand before a number.");
        if (whole > 1 && rest[sign] == '0') throw Failure(start, "A number does not begin with 0; leave the 0 out.");
        _at += sign + whole;
        return new PatternToken(TokenKind.Integer, text[start.._at], start);
    }

    private static int Digits(ReadOnlySpan<char> rest) => rest.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? rest.Length : end;

    private PatternToken Prefixed(char prefix)
    {
        var start = _at++;
        var inside = Quoted(start);
        if (text.AsSpan(start, _at - start).Contains('\\')) throw Failure(start, $"A literal that begins with {prefix} has no backslashes in it.");
        switch (prefix)
        {
            case 'h':
                if (inside.Length % 2 != 0 || !inside.All(char.IsAsciiHexDigit)) throw Failure(start, $"h'{inside}' is not an even number of hexadecimal digits.");
                return new PatternToken(TokenKind.Hex, inside, start);
            case 'b':
                if (!System.Buffers.Text.Base64.IsValid(inside) || inside.Any(char.IsWhiteSpace)) throw Failure(start, $"b'{inside}' is not base64 (RFC 4648).");
                return new PatternToken(TokenKind.Binary, inside, start);
            default:
                if (!Ascii.IsValid(inside) || !IsTimestamp(inside)) throw Failure(start, $"t'{inside}' is no timestamp; write t'YYYY-MM-DDTHH:MM:SS[.sss]Z' with capital T and Z.");
                return new PatternToken(TokenKind.Timestamp, inside, start);
        }
    }

    private static bool IsTimestamp(string inside) => StixInstant.TryParse(Encoding.ASCII.GetBytes(inside), out _, out _);

    // Only \' and \\ are escapes; the grammar knows no others.
    private string Quoted(int start)
    {
        StringBuilder? unescaped = null;
        var from = ++_at;
        while (true)
        {
            var found = text.AsSpan(_at).IndexOfAny('\'', '\\');
            if (found < 0) throw Failure(start, "The text that begins here does not end; write ' after it.");
            _at += found;
            if (text[_at] == '\'')
            {
                var last = text[from.._at++];
                return unescaped is null ? last : unescaped.Append(last).ToString();
            }

            if (_at + 1 >= text.Length || text[_at + 1] is not ('\'' or '\\')) throw Failure(_at, "A backslash stands alone; write \\\\ for a backslash and \\' for a quote.");
            (unescaped ??= new StringBuilder()).Append(text, from, _at - from).Append(text[_at + 1]);
            _at += 2;
            from = _at;
        }
    }
}
