using System.Globalization;

namespace Noroshi.Stix;

/// <summary>Patterns that only say which values things have: what simpler languages can say too.</summary>
public static class PlainPattern
{
    // More alternatives than this are no list of values any more, but a program.
    private const int Most = 10_000;

    /// <summary>The alternatives of a pattern, each a list of equalities that hold for one object together; null when the pattern says anything else, or says it of several observations.</summary>
    public static IReadOnlyList<IReadOnlyList<PatternEquality>>? Alternatives(StixPattern pattern) => Of(pattern.Root);

    private static List<IReadOnlyList<PatternEquality>>? Of(ObservationNode node) => node switch
    {
        SingleNode single => Of(single.Comparison),
        JoinedNode { Joint: Joint.Or } joined => Joined(joined.Parts.Select(Of)),
        _ => null,
    };

    private static List<IReadOnlyList<PatternEquality>>? Of(ComparisonNode node) => node switch
    {
        TestNode { Negated: false, Operator: Operator.Equal or Operator.In } test => Test(test),
        BranchNode { IsAnd: false } branch => Joined(branch.Parts.Select(Of)),
        BranchNode branch => All(branch.Parts.Select(Of)),
        _ => null,
    };

    private static List<IReadOnlyList<PatternEquality>>? Test(TestNode test)
    {
        List<IReadOnlyList<PatternEquality>> alternatives = [];
        foreach (var constant in test.Constants)
        {
            if (Text(constant) is not { } value) return null;
            alternatives.Add([new PatternEquality(test.Path.Type, Path(test.Path), value)]);
        }

        return alternatives.Count is 0 or > Most ? null : alternatives;
    }

    private static List<IReadOnlyList<PatternEquality>>? Joined(IEnumerable<List<IReadOnlyList<PatternEquality>>?> parts)
    {
        List<IReadOnlyList<PatternEquality>> all = [];
        foreach (var part in parts)
        {
            if (part is null || all.Count + part.Count > Most) return null;
            all.AddRange(part);
        }

        return all;
    }

    // Alternatives within a conjunction would multiply; one side may have them.
    private static List<IReadOnlyList<PatternEquality>>? All(IEnumerable<List<IReadOnlyList<PatternEquality>>?> parts)
    {
        List<IReadOnlyList<PatternEquality>> all = [[]];
        foreach (var part in parts)
        {
            if (part is null || (long)all.Count * part.Count > Most) return null;
            all = [.. all.SelectMany(before => part.Select(next => (IReadOnlyList<PatternEquality>)[.. before, .. next]))];
        }

        return all;
    }

    private static string Path(ObjectPath path)
    {
        var text = string.Concat(path.Steps.Select(step => step.Name is null ? (step.Index == PathStep.Every ? "[*]" : string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]")) : "." + step.Name));
        return text.Length > 0 ? text[1..] : text;
    }

    private static string? Text(Constant constant) => constant.Kind switch
    {
        ConstantKind.Text => constant.Text,
        ConstantKind.Integer when constant.Whole is { } whole => whole.ToString(CultureInfo.InvariantCulture),
        ConstantKind.Boolean => constant.Truth ? "true" : "false",
        ConstantKind.Timestamp => constant.Instant.ToString(),
        _ => null,
    };
}
