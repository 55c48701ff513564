using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Reads the condition of a rule by recursive descent. Whatever it is given, it answers with a tree or a <see cref="WhenException"/>.</summary>
/// <remarks>
/// <c>any = all { '|' all }</c> · <c>all = not { '&amp;' not }</c> · <c>not = '!' not | '(' any ')' | true | false | call | comparison</c>.
/// Lengths and depths are bounded because tables come from outside.
/// </remarks>
internal sealed class WhenParser
{
    internal const int LongestText = 2_000;
    internal const int Deepest = 32;
    internal const int MostParts = 128;

    private readonly WhenLexer _lexer;
    private readonly Vocabulary _vocabulary;
    private int _depth;
    private int _parts;

    private WhenParser(string text, Vocabulary vocabulary) => (_lexer, _vocabulary) = (new WhenLexer(text), vocabulary);

    /// <exception cref="WhenException">The text is not a condition in this vocabulary.</exception>
    public static Condition Parse(string text, Vocabulary vocabulary)
    {
        if (text.Length > LongestText) throw new WhenException(LongestText + 1, $"The condition is longer than {LongestText} characters.", "Split the rule.");
        var parser = new WhenParser(text, vocabulary);
        if (parser._lexer.AtEnd) throw new WhenException(1, "The condition is empty.", "Write true for a rule that always speaks.");
        var condition = parser.Any();
        return parser._lexer.AtEnd ? condition : throw parser.Unexpected("the end, '&' or '|'");
    }

    private Condition Any()
    {
        var condition = All();
        while (_lexer.Take('|')) condition = new Condition.Or(condition, All());
        return condition;
    }

    private Condition All()
    {
        var condition = Not();
        while (_lexer.Take('&')) condition = new Condition.And(condition, Not());
        return condition;
    }

    private Condition Not()
    {
        var at = _lexer.Position;
        if (++_depth > Deepest) throw new WhenException(at + 1, $"Nested more than {Deepest} deep.", "Write it flatter.");
        if (++_parts > MostParts) throw new WhenException(at + 1, $"More than {MostParts} parts.", "Split the rule.");
        var condition = _lexer.Take('!') ? new Condition.Not(Not()) : _lexer.Take('(') ? Enclosed(at) : Word(at);
        _depth--;
        return condition;
    }

    private Condition Enclosed(int opened)
    {
        var condition = Any();
        if (_lexer.Take(')')) return condition;
        throw _lexer.AtEnd ? new WhenException(opened + 1, "This parenthesis is not closed.", "Close it with ')'.") : Unexpected("')', '&' or '|'");
    }

    private Condition Word(int at)
    {
        var word = _lexer.TakeWord();
        if (word.Length == 0) throw Unexpected("a condition");
        var opened = _lexer.Position;
        if (_lexer.Take('(')) return Call(word, at, opened);
        if (word is "true" or "false") return new Condition.Constant(word == "true");
        if (word == "date") return Day(at);
        if (Vocabulary.Sides.Contains(word, StringComparer.Ordinal)) return Side(word, at);
        throw _vocabulary.TryFind(word, out _)
            ? new WhenException(at + 1, $"'{word}' is written without parentheses.", $"Write {word}() with its arguments.")
            : new WhenException(at + 1, $"'{Shown(word)}' is not a word of the vocabulary.", $"Nearest: {Near.Suggest(word, _vocabulary.Names)}.", isUnknownName: true);
    }

    private Condition Call(string name, int at, int opened)
    {
        if (!_vocabulary.TryFind(name, out var term))
            throw new WhenException(at + 1, $"'{Shown(name)}' is not a word of the vocabulary.", $"Nearest: {Near.Suggest(name, _vocabulary.Names)}.", isUnknownName: true);
        var arguments = _lexer.TakeArguments(opened);
        if (arguments.Count != term.Arguments.Count)
        {
            var wanted = term.Arguments.Count == 0 ? "none" : $"{term.Arguments.Count} ({string.Join(", ", term.Arguments)})";
            throw new WhenException(at + 1, $"{name} is given {arguments.Count} argument(s).", $"It takes {wanted}.");
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (_vocabulary.Refuse(arguments[i].Text, term.Arguments[i]) is { } todo)
                throw new WhenException(arguments[i].At + 1, $"'{Shown(arguments[i].Text)}' is not a known {term.Arguments[i]}.", todo, isUnknownName: true);
        }

        var ask = new Condition.Ask(new Atom(name, Comparison.None, string.Join(',', arguments.Select(argument => argument.Text))));
        var signAt = _lexer.Position;
        return _lexer.TakeComparison() switch
        {
            Comparison.None => ask,
            Comparison.Equal => Answer(ask, equal: true),
            Comparison.NotEqual => Answer(ask, equal: false),
            _ => throw new WhenException(signAt + 1, $"{name} has no order.", "Compare it with == or != only."),
        };
    }

    // "x == false" and "x != true" both say "not x"; what is unknown stays unknown.
    private Condition Answer(Condition ask, bool equal)
    {
        var at = _lexer.Position;
        return _lexer.TakeWord() switch
        {
            "true" => equal ? ask : new Condition.Not(ask),
            "false" => equal ? new Condition.Not(ask) : ask,
            _ => throw new WhenException(at + 1, "A call can only be compared with true or false.", "What is unknown stays unknown; it cannot be asked for."),
        };
    }

    private Condition.Ask Day(int at)
    {
        var comparison = _lexer.TakeComparison();
        if (comparison == Comparison.None) throw new WhenException(at + 1, "'date' stands alone.", "Compare it with a day, for example date>=2026-08-18.");
        var dayAt = _lexer.Position;
        var day = _lexer.TakeWord();
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new WhenException(dayAt + 1, $"'{Shown(day)}' is not a day.", "Write a day that exists, for example 2026-08-18.");
        return new Condition.Ask(new Atom("date", comparison, day));
    }

    private Condition.Ask Side(string side, int at)
    {
        var comparison = _lexer.TakeComparison();
        if (comparison is not (Comparison.Equal or Comparison.NotEqual)) throw new WhenException(at + 1, $"'{side}' stands alone.", $"Compare it with a state, for example {side}==JP.");
        var codeAt = _lexer.Position;
        var code = _lexer.TakeWord();
        if (!CountryCode.TryParse(code, out var state) || state.ToString() != code)
            throw new WhenException(codeAt + 1, $"'{Shown(code)}' is not the code of a state.", "Write two capital letters, for example JP.");
        return new Condition.Ask(new Atom(side, comparison, code));
    }

    private WhenException Unexpected(string wanted) => new(
        _lexer.Position + 1, _lexer.AtEnd ? "The condition ends too early." : $"'{_lexer.Next}' is not expected here.", $"Write {wanted}.");

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
