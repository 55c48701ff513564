namespace Noroshi.Stix;

/// <summary>Matches one pattern against observations.</summary>
public sealed class PatternMatcher
{
    private readonly ObjectTest[] _tests;

    /// <summary>Prepares a pattern.</summary>
    /// <exception cref="PatternException">It compares with a day that does not exist.</exception>
    public PatternMatcher(StixPattern pattern)
    {
        if (pattern.ImpossibleTimestamp is { } impossible)
            throw new PatternException(new PatternError(pattern.Text.IndexOf(impossible, StringComparison.Ordinal), $"The timestamp {impossible} names a day that its month does not have; correct it."));
        Pattern = pattern;
        List<SingleNode> singles = [];
        Collect(pattern.Root, singles);
        _tests = [.. singles.OrderBy(single => single.Number).Select(single => new ObjectTest(single.Comparison))];
        IsLone = Lone(pattern.Root);
    }

    /// <summary>The pattern.</summary>
    public StixPattern Pattern { get; }

    /// <summary>One observation alone decides the pattern.</summary>
    internal bool IsLone { get; }

    /// <summary>Looks for the pattern in observations.</summary>
    /// <exception cref="PatternException">The search would go beyond a limit.</exception>
    public PatternMatch Match(IReadOnlyList<Observation> observations)
    {
        if (IsLone)
        {
            List<Observation> alone = [.. observations.Where(observation => Holds(Pattern.Root, observation))];
            return new PatternMatch(alone.Count > 0, alone);
        }

        var search = new BindingSearch(_tests, observations);
        if (search.NeedsMore(Pattern.Root)) return new PatternMatch(false, []);
        foreach (var _ in search.Find(Pattern.Root)) return new PatternMatch(true, [.. search.Used.Select(index => observations[index])]);
        return new PatternMatch(false, []);
    }

    /// <summary>Whether one observation alone satisfies the pattern.</summary>
    /// <exception cref="PatternException">The search would go beyond a limit.</exception>
    public bool IsMatch(Observation observation) => IsLone ? Holds(Pattern.Root, observation) : Match([observation]).IsMatch;

    // What one observation decides needs no search.
    private bool Holds(ObservationNode node, Observation observation) => node switch
    {
        SingleNode single => _tests[single.Number].Holds(observation),
        JoinedNode joined => HoldsAny(joined.Parts, observation),
        WithinNode within => Holds(within.Inner, observation),
        BetweenNode between => new SearchFrame(0, [(between.Start, between.Stop)]).Allows(observation) && Holds(between.Inner, observation),
        RepeatsNode repeats => Holds(repeats.Inner, observation),
        _ => false,
    };

    private bool HoldsAny(IReadOnlyList<ObservationNode> parts, Observation observation)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (Holds(parts[index], observation)) return true;
        }

        return false;
    }

    private static void Collect(ObservationNode node, List<SingleNode> singles)
    {
        switch (node)
        {
            case SingleNode single: singles.Add(single); break;
            case JoinedNode joined:
                foreach (var part in joined.Parts) Collect(part, singles);
                break;
            case WithinNode within: Collect(within.Inner, singles); break;
            case BetweenNode between: Collect(between.Inner, singles); break;
            case RepeatsNode repeats: Collect(repeats.Inner, singles); break;
            default: break;
        }
    }

    private static bool Lone(ObservationNode node) => node switch
    {
        SingleNode => true,
        JoinedNode joined => (joined.Joint == Joint.Or || joined.Parts.Count == 1) && joined.Parts.All(Lone),
        WithinNode within => Lone(within.Inner),
        BetweenNode between => Lone(between.Inner),
        RepeatsNode repeats => repeats.Times == 1 && Lone(repeats.Inner),
        _ => false,
    };
}
