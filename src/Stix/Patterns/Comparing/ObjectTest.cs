using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>What <c>[…]</c> asks of one object, prepared. All of it must hold for the same object.</summary>
internal sealed class ObjectTest
{
    private readonly ValueTest? _test;
    private readonly ObjectTest[] _parts = [];
    private readonly bool _isAnd;

    public ObjectTest(ComparisonNode node)
    {
        if (node is TestNode test) _test = new ValueTest(test);
        else if (node is BranchNode branch) (_isAnd, _parts) = (branch.IsAnd, [.. branch.Parts.Select(part => new ObjectTest(part))]);
    }

    /// <summary>Whether an object of the observation is as asked.</summary>
    public bool Holds(Observation observation)
    {
        var left = PatternLimits.Values;
        // Counted, because this is asked of every observation.
        for (var index = 0; index < observation.Objects.Count; index++)
        {
            if (Holds(observation.Objects[index], observation.Types[index], observation, ref left)) return true;
        }

        return false;
    }

    private bool Holds(JsonElement item, string type, Observation observation, ref int left)
    {
        if (_test is not null)
        {
            if (type != _test.Test.Path.Type) return false;
            // NOT EXISTS speaks about all values, every other NOT about one.
            return Leads(item, observation, ref left) != (_test.Test is { Operator: Operator.Exists, Negated: true });
        }

        foreach (var part in _parts)
        {
            if (part.Holds(item, type, observation, ref left) != _isAnd) return !_isAnd;
        }

        return _isAnd;
    }

    private bool Leads(JsonElement item, Observation observation, ref int left)
    {
        var visitor = new Visitor(_test!);
        return PathWalk.Any(_test!.Test, item, observation, ref left, ref visitor);
    }

    private readonly struct Visitor(ValueTest test) : IValueVisitor
    {
        public bool Visit(JsonElement value) => test.Test.Operator == Operator.Exists ? value.ValueKind != JsonValueKind.Null : test.Holds(value);
    }
}
