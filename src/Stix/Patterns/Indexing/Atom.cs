namespace Noroshi.Stix;

/// <summary>A value that must be in an observation if a pattern is to match it: a text, a number or a block of addresses, at a path of a type.</summary>
internal sealed record Atom(TestNode Test, Constant? Value, AddressBlock Block)
{
    /// <summary>Atoms of which one must be there whenever the pattern matches; null when nothing of the kind can be said.</summary>
    public static IReadOnlyList<Atom>? Of(ObservationNode node) => node switch
    {
        SingleNode single => Of(single.Comparison),
        JoinedNode { Joint: Joint.Or } or => Union(or.Parts.Select(Of)),
        JoinedNode joined => Fewest(joined.Parts.Select(Of)),
        WithinNode within => Of(within.Inner),
        BetweenNode between => Of(between.Inner),
        RepeatsNode repeats => Of(repeats.Inner),
        _ => null,
    };

    private static IReadOnlyList<Atom>? Of(ComparisonNode node) => node switch
    {
        BranchNode { IsAnd: true } and => Fewest(and.Parts.Select(Of)),
        BranchNode or => Union(or.Parts.Select(Of)),
        TestNode test => Of(test),
        _ => null,
    };

    private static IReadOnlyList<Atom>? Of(TestNode test) => (test.Operator, test.Negated) switch
    {
        (Operator.Equal or Operator.In, false) or (Operator.NotEqual, true) when test.Constants.All(constant => IsSharp(test, constant)) => [.. test.Constants.Select(constant => new Atom(test, constant, default))],
        // A text that is no block of addresses contains nothing.
        (Operator.IsSubset, false) => AddressBlock.TryParse(test.Constants[0].Text, out var block) ? [new Atom(test, null, block)] : [],
        _ => null,
    };

    // What _bin and _hex hold is compared after decoding, so its text says nothing.
    private static bool IsSharp(TestNode test, Constant constant) =>
        constant.IsNumber || (constant.Kind == ConstantKind.Text && test.Path.Steps.LastOrDefault(step => step.Name is not null)?.Name is { } last && !last.EndsWith("_bin", StringComparison.Ordinal) && !last.EndsWith("_hex", StringComparison.Ordinal));

    private static List<Atom>? Union(IEnumerable<IReadOnlyList<Atom>?> parts)
    {
        List<Atom> union = [];
        foreach (var part in parts)
        {
            if (part is null) return null;
            union.AddRange(part);
        }

        return union;
    }

    private static IReadOnlyList<Atom>? Fewest(IEnumerable<IReadOnlyList<Atom>?> parts) => parts.Where(part => part is not null).MinBy(part => part!.Count);
}
