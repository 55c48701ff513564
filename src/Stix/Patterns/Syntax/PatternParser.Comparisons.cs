using System.Globalization;

namespace Noroshi.Stix;

internal sealed partial class PatternParser
{
    private ComparisonNode Or() => Branch(isAnd: false, "OR", And);

    private ComparisonNode And() => Branch(isAnd: true, "AND", Test);

    private ComparisonNode Branch(bool isAnd, string word, Func<ComparisonNode> part)
    {
        var first = part();
        if (!_now.Is(word)) return first;
        List<ComparisonNode> parts = [first];
        while (Take(word)) parts.Add(part());
        return new BranchNode(isAnd, parts);
    }

    private ComparisonNode Test()
    {
        if (_now.Is("("))
        {
            Enter();
            Advance();
            var inner = Or();
            Expect(")", "AND, OR or )");
            _depth--;
            return inner;
        }

        if (++_comparisons > PatternLimits.Comparisons) throw PatternLexer.Failure(_now.Position, $"The pattern has more than {PatternLimits.Comparisons:N0} comparisons; make several patterns of it.");
        var position = _now.Position;
        var exists = _now.Is("EXISTS") || _now.Is("NOT");
        var negated = Take("NOT");
        if (exists)
        {
            Expect("EXISTS", "EXISTS");
            return new TestNode(Path(), Operator.Exists, negated, [], position);
        }

        var path = Path();
        negated = Take("NOT");
        var test = Compare(path, negated, position);
        CheckHash(test);
        return test;
    }

    private TestNode Compare(ObjectPath path, bool negated, int position)
    {
        var at = _now;
        var word = at.Kind is TokenKind.Symbol or TokenKind.Keyword ? at.Text : "";
        Operator? known = word switch
        {
            "=" => Operator.Equal,
            "!=" => Operator.NotEqual,
            "<" => Operator.Less,
            "<=" => Operator.LessOrEqual,
            ">" => Operator.Greater,
            ">=" => Operator.GreaterOrEqual,
            "IN" => Operator.In,
            "LIKE" => Operator.Like,
            "MATCHES" => Operator.Matches,
            "ISSUBSET" => Operator.IsSubset,
            "ISSUPERSET" => Operator.IsSuperset,
            _ => null,
        };
        if (known is not { } found) throw Unexpected("a comparison: = != < <= > >= IN LIKE MATCHES ISSUBSET ISSUPERSET");
        Advance();
        switch (found)
        {
            case Operator.In:
                return new TestNode(path, found, negated, Set(), position);
            case Operator.Like or Operator.Matches or Operator.IsSubset or Operator.IsSuperset:
                if (_now.Kind != TokenKind.Text) throw Unexpected("a text in quotes");
                var constant = new Constant(ConstantKind.Text) { Text = _now.Text };
                if (_now.Text.Length > PatternLimits.ExpressionLength) throw PatternLexer.Failure(_now.Position, $"The text has {_now.Text.Length:N0} characters; {PatternLimits.ExpressionLength:N0} are the limit behind {word}.");
                if (found == Operator.Matches && RegexRules.Problem(_now.Text) is { } problem) throw PatternLexer.Failure(_now.Position, problem);
                Advance();
                return new TestNode(path, found, negated, [constant], position);
            default:
                if (found is not (Operator.Equal or Operator.NotEqual) && (_now.Is("true") || _now.Is("false"))) throw Unexpected("a number, a text or a timestamp; true and false have no order");
                return new TestNode(path, found, negated, [Value()], position);
        }
    }

    private List<Constant> Set()
    {
        var start = _now.Position;
        Expect("(", "( and the values of the set");
        List<Constant> values = [];
        if (Take(")")) return values;
        do
        {
            if (++_comparisons > PatternLimits.Comparisons) throw PatternLexer.Failure(_now.Position, $"The pattern has more than {PatternLimits.Comparisons:N0} values; make several patterns of it.");
            values.Add(Value());
        }
        while (Take(","));
        Expect(")", ", or )");
        var first = values[0];
        if (values.Exists(value => value.IsNumber != first.IsNumber || (!value.IsNumber && value.Kind != first.Kind))) throw PatternLexer.Failure(start, "The values of a set are all of one kind; this one mixes several.");
        return values;
    }

    private Constant Value()
    {
        var token = _now;
        var value = token.Kind switch
        {
            TokenKind.Text => new Constant(ConstantKind.Text) { Text = token.Text },
            TokenKind.Integer => new Constant(ConstantKind.Integer)
            {
                Number = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
                Whole = long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            },
            TokenKind.Float => new Constant(ConstantKind.Float) { Number = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture) },
            TokenKind.Hex => new Constant(ConstantKind.Binary) { Bytes = Convert.FromHexString(token.Text) },
            TokenKind.Binary => new Constant(ConstantKind.Binary) { Bytes = Convert.FromBase64String(token.Text) },
            TokenKind.Timestamp => new Constant(ConstantKind.Timestamp) { Instant = ReadInstant() },
            TokenKind.Keyword when token.Text is "true" or "false" => new Constant(ConstantKind.Boolean) { Truth = token.Text == "true" },
            _ => throw Unexpected("a constant: a number, a text in quotes, true, false, t'…', h'…' or b'…'"),
        };
        Advance();
        return value;
    }

    private ObjectPath Path()
    {
        if (_now.Kind is not (TokenKind.Name or TokenKind.HyphenName)) throw Unexpected("the type of an object, for example ipv4-addr:value");
        var type = _now.Text;
        Advance();
        Expect(":", ": and a property");
        List<PathStep> steps = [Property()];
        _paths.Add((type, steps[0].Name!));
        while (true)
        {
            if (Take(".")) steps.Add(Property());
            else if (_now.Is("[")) steps.Add(Index());
            else break;
            if (steps.Count > PatternLimits.Depth) throw PatternLexer.Failure(_now.Position, $"The path has more than {PatternLimits.Depth} steps.");
        }

        return new ObjectPath(type, [.. steps]);
    }

    private PathStep Property()
    {
        if (_now.Kind is not (TokenKind.Name or TokenKind.Text)) throw Unexpected("the name of a property; one with a hyphen or full stop stands in quotes");
        var step = new PathStep(_now.Text, 0);
        Advance();
        return step;
    }

    private PathStep Index()
    {
        Advance();
        PathStep step;
        if (_now.Is("*")) step = new PathStep(null, PathStep.Every);
        else if (_now.Kind == TokenKind.Integer) step = new PathStep(null, int.TryParse(_now.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && index >= 0 ? index : int.MaxValue);
        else throw Unexpected("an index or *");
        Advance();
        Expect("]", "]");
        return step;
    }

    // A hash that cannot be one never matches; whoever wrote it should know now.
    private static void CheckHash(TestNode test)
    {
        var steps = test.Path.Steps;
        if (test.Operator is not (Operator.Equal or Operator.NotEqual or Operator.In) || steps.Length < 2 || steps[^1].Name is not { } name) return;
        if (steps[^2].Name is not { } holder || !(holder == "hashes" || holder.EndsWith("_hashes", StringComparison.Ordinal))) return;
        foreach (var constant in test.Constants)
        {
            if (constant.Kind == ConstantKind.Text && HashRules.Misfit(name, constant.Text) is { } form) throw PatternLexer.Failure(test.Position, $"'{constant.Text}' is no {name}; it has {form}.");
        }
    }
}
