using System.Globalization;

namespace Noroshi.Stix;

/// <summary>Reads a pattern by recursive descent: a method for each rule of the grammar, loops instead of recursion for chains.</summary>
internal sealed partial class PatternParser(string text, bool loosely = false)
{
    private readonly PatternLexer _lexer = new(text);
    private readonly HashSet<(string, string)> _paths = [];
    private PatternToken _now;
    private int _depth;
    private int _observations;
    private int _comparisons;
    private string? _impossible;

    public StixPattern Parse()
    {
        if (text.Length > PatternLimits.Length) throw PatternLexer.Failure(0, $"The pattern has {text.Length:N0} characters; {PatternLimits.Length:N0} are the limit. Make several patterns of it.");
        Advance();
        var root = FollowedBy();
        if (_now.Kind != TokenKind.End) throw Unexpected("AND, OR, FOLLOWEDBY, a qualifier (WITHIN, REPEATS, START) or the end");
        return new StixPattern(text, root, _paths, _impossible);
    }

    private ObservationNode FollowedBy() => Chain(Joint.FollowedBy, "FOLLOWEDBY", () => Chain(Joint.Or, "OR", () => Chain(Joint.And, "AND", Qualified)));

    private ObservationNode Chain(Joint joint, string word, Func<ObservationNode> part)
    {
        var first = part();
        if (!_now.Is(word)) return first;
        List<ObservationNode> parts = [first];
        while (Take(word)) parts.Add(part());
        return new JoinedNode(joint, parts);
    }

    private ObservationNode Qualified()
    {
        var start = _now.Position;
        var isSingle = _now.Is("[");
        if (!isSingle && !_now.Is("(")) throw Unexpected("[ or (");
        ObservationNode node = isSingle ? Single() : Grouped();
        HashSet<string> seen = [];
        while (_now is { Kind: TokenKind.Keyword, Text: "WITHIN" or "REPEATS" or "START" } qualifier)
        {
            // Of each kind one qualifier for [ ]; a group in parentheses may be narrowed again.
            if (!seen.Add(qualifier.Text) && isSingle && !loosely) throw PatternLexer.Failure(qualifier.Position, $"{qualifier.Text} stands twice behind the same [ ]; leave one out, or set parentheses.");
            if (++_depth > PatternLimits.Depth) throw TooDeep(start);
            Advance();
            node = qualifier.Text switch
            {
                "WITHIN" => Within(node),
                "REPEATS" => Repeats(node),
                _ => Between(node),
            };
        }

        _depth -= Depth(node);
        return node;
    }

    // Qualifiers nest as parentheses do when they are matched, so they count while the pattern is read.
    private static int Depth(ObservationNode node)
    {
        var depth = 0;
        for (; node is WithinNode or RepeatsNode or BetweenNode; depth++)
            node = node switch { WithinNode within => within.Inner, RepeatsNode repeats => repeats.Inner, BetweenNode between => between.Inner, _ => node };
        return depth;
    }

    private SingleNode Single()
    {
        Expect("[", "[");
        var comparison = Or();
        Expect("]", "AND, OR or ]");
        return new SingleNode(comparison, _observations++);
    }

    private ObservationNode Grouped()
    {
        Enter();
        Expect("(", "(");
        var inner = FollowedBy();
        Expect(")", "AND, OR, FOLLOWEDBY or )");
        _depth--;
        return inner is WithinNode or RepeatsNode or BetweenNode ? new JoinedNode(Joint.And, [inner]) : inner;
    }

    private WithinNode Within(ObservationNode inner)
    {
        if (_now.Kind is not (TokenKind.Integer or TokenKind.Float) || _now.Text[0] == '-') throw Unexpected("a positive number of seconds");
        var seconds = double.Parse(_now.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (seconds <= 0) throw PatternLexer.Failure(_now.Position, "WITHIN needs more than 0 seconds.");
        Advance();
        Expect("SECONDS", "SECONDS");
        return new WithinNode(inner, seconds);
    }

    private RepeatsNode Repeats(ObservationNode inner)
    {
        if (_now.Kind != TokenKind.Integer || _now.Text[0] == '-') throw Unexpected("a positive whole number");
        if (!int.TryParse(_now.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var times)) throw PatternLexer.Failure(_now.Position, $"REPEATS goes up to {int.MaxValue:N0}.");
        if (times == 0) throw PatternLexer.Failure(_now.Position, "REPEATS needs at least 1.");
        Advance();
        Expect("TIMES", "TIMES");
        return new RepeatsNode(inner, times);
    }

    private BetweenNode Between(ObservationNode inner)
    {
        var start = Instant();
        Expect("STOP", "STOP");
        return new BetweenNode(inner, start, Instant());
    }

    private StixInstant Instant()
    {
        if (_now.Kind != TokenKind.Timestamp) throw Unexpected("a timestamp, t'…'");
        var instant = ReadInstant();
        Advance();
        return instant;
    }

    private StixInstant ReadInstant()
    {
        if (StixInstant.TryParse(_now.Text, out var instant)) return instant;
        _impossible ??= _now.Text;
        return default;
    }

    private void Enter()
    {
        if (++_depth > PatternLimits.Depth) throw TooDeep(_now.Position);
    }

    private static PatternException TooDeep(int position) => PatternLexer.Failure(position, $"Brackets and qualifiers stand more than {PatternLimits.Depth} deep; make the pattern flatter.");

    private void Advance() => _now = _lexer.Next();

    private bool Take(string word)
    {
        if (!_now.Is(word)) return false;
        Advance();
        return true;
    }

    private void Expect(string word, string expected)
    {
        if (!Take(word)) throw Unexpected(expected);
    }

    private PatternException Unexpected(string expected) => PatternLexer.Failure(_now.Position, $"Here stands {_now}; expected is {expected}.");
}
