namespace Noroshi.Law.Domain;

/// <summary>Cuts a condition into words, signs and the raw text of arguments. Every position counts characters of the cell from 0.</summary>
internal sealed class WhenLexer(string text)
{
    private int _at;

    /// <summary>Where the next thing begins.</summary>
    public int Position
    {
        get
        {
            while (_at < text.Length && text[_at] == ' ') _at++;
            return _at;
        }
    }

    public bool AtEnd => Position == text.Length;

    /// <summary>The next character without taking it; NUL at the end.</summary>
    public char Next => AtEnd ? '\0' : text[_at];

    /// <summary>Takes the sign when it comes next.</summary>
    public bool Take(char sign)
    {
        if (Next != sign || AtEnd) return false;
        _at++;
        return true;
    }

    /// <summary>Takes a word of letters, digits, <c>-</c> and <c>_</c>; empty when something else comes next.</summary>
    public string TakeWord()
    {
        var start = Position;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-')) _at++;
        return text[start.._at];
    }

    /// <summary>Takes a comparison sign; <c>=</c> and <c>==</c> mean the same.</summary>
    public Comparison TakeComparison()
    {
        var position = Position;
        var sign = text.AsSpan(position);
        var (length, comparison) = sign switch
        {
            ['=', '=', ..] => (2, Comparison.Equal),
            ['!', '=', ..] => (2, Comparison.NotEqual),
            ['>', '=', ..] => (2, Comparison.AtLeast),
            ['<', '=', ..] => (2, Comparison.AtMost),
            ['=', ..] => (1, Comparison.Equal),
            ['<', ..] => (1, Comparison.Before),
            ['>', ..] => (1, Comparison.After),
            _ => (0, Comparison.None),
        };
        _at += length;
        return comparison;
    }

    /// <summary>Takes what stands between the parenthesis just taken and its partner: arguments with their positions.</summary>
    /// <exception cref="WhenException">The partner is missing.</exception>
    public List<(string Text, int At)> TakeArguments(int opened)
    {
        var arguments = new List<(string, int)>();
        var start = _at;
        for (var depth = 0; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '(') depth++;
            if (c == ')' && depth-- == 0)
            {
                Add();
                _at++;
                return arguments;
            }

            if (c != ',' || depth != 0) continue;
            Add();
            start = _at + 1;
        }

        throw new WhenException(opened + 1, "This parenthesis is not closed.", "Close it with ')'.");

        void Add()
        {
            var argument = text[start.._at];
            var trimmed = argument.TrimStart(' ');
            if (argument.Trim(' ').Length > 0 || arguments.Count > 0 || text[_at] == ',') arguments.Add((trimmed.TrimEnd(' '), start + argument.Length - trimmed.Length));
        }
    }
}
