namespace Noroshi.Stix;

/// <summary>
/// Searches for different observations that together satisfy a pattern. Parts are found one at a time and given back before the next is tried; qualifiers
/// cut a branch off as soon as it cannot fit; a budget of steps ends what remains hopeless.
/// </summary>
internal sealed partial class BindingSearch
{
    private const int MostParts = 10_000;

    private readonly ObjectTest[] _tests;
    private readonly IReadOnlyList<Observation> _observations;
    private readonly int[]?[] _candidates;
    private readonly int[] _used;
    private long _steps;

    public BindingSearch(ObjectTest[] tests, IReadOnlyList<Observation> observations)
    {
        (_tests, _observations) = (tests, observations);
        _candidates = new int[tests.Length][];
        _used = new int[observations.Count];
        // What grows with the observations alone is no search.
        _steps = PatternLimits.Steps + (10L * observations.Count);
    }

    /// <summary>The observations that the part found last is made of.</summary>
    public IEnumerable<int> Used => Enumerable.Range(0, _used.Length).Where(index => _used[index] > 0);

    /// <summary>True when the pattern needs more observations than there are.</summary>
    public bool NeedsMore(ObservationNode root) => Least(root) > _observations.Sum(observation => (long)observation.Number);

    public IEnumerable<BindingPart> Find(ObservationNode node) => Find(node, SearchFrame.Open);

    private IEnumerable<BindingPart> Find(ObservationNode node, SearchFrame frame) => node switch
    {
        SingleNode single => Singles(single, frame, from: 0),
        JoinedNode { Joint: Joint.Or } or => or.Parts.SelectMany(part => Find(part, frame)),
        JoinedNode joined => Together(joined.Parts.Count, (level, _) => Find(joined.Parts[level], frame), frame, joined.Joint == Joint.FollowedBy),
        WithinNode within => Find(within.Inner, frame with { Seconds = Math.Min(frame.Seconds, within.Seconds) }),
        BetweenNode between => Find(between.Inner, frame with { Windows = [.. frame.Windows, (between.Start, between.Stop)] }),
        RepeatsNode { Inner: SingleNode single } repeats => RepeatedSingles(single, repeats.Times, frame),
        RepeatsNode repeats => Repeated(repeats, frame),
        _ => [],
    };

    // Saturates: patterns may ask for more than any number of observations.
    private static long Least(ObservationNode node) => node switch
    {
        JoinedNode { Joint: Joint.Or } or => or.Parts.Min(Least),
        JoinedNode joined => joined.Parts.Aggregate(0L, (sum, part) => Math.Min(sum + Least(part), long.MaxValue / 2)),
        WithinNode within => Least(within.Inner),
        BetweenNode between => Least(between.Inner),
        RepeatsNode repeats => (long)Int128.Min((Int128)repeats.Times * Least(repeats.Inner), long.MaxValue / 2),
        _ => 1,
    };

    private int[] Candidates(SingleNode single)
    {
        if (_candidates[single.Number] is { } known) return known;
        var test = _tests[single.Number];
        return _candidates[single.Number] = [.. Enumerable.Range(0, _observations.Count).Where(index => test.Holds(_observations[index]))];
    }

    private BindingPart Part(int at) => new(_observations[at].First, _observations[at].Last, at);

    private IEnumerable<BindingPart> Singles(SingleNode single, SearchFrame frame, int from)
    {
        foreach (var at in Candidates(single))
        {
            if (at < from || _used[at] >= _observations[at].Number || !frame.Allows(_observations[at])) continue;
            Step();
            _used[at]++;
            try
            {
                yield return Part(at);
            }
            finally
            {
                _used[at]--;
            }
        }
    }

    /// <summary>Parts for each of several levels, none sharing an observation; the levels go deeper on a stack of their own.</summary>
    private IEnumerable<BindingPart> Together(int levels, Func<int, BindingPart, IEnumerable<BindingPart>> find, SearchFrame frame, bool ordered)
    {
        if (levels > MostParts) throw TooMuch();
        var open = new Stack<IEnumerator<BindingPart>>();
        var sums = new BindingPart[levels];
        try
        {
            open.Push(find(0, default).GetEnumerator());
            while (open.TryPeek(out var top))
            {
                Step();
                var level = open.Count - 1;
                if (!top.MoveNext())
                {
                    open.Pop().Dispose();
                    continue;
                }

                var part = top.Current;
                // b of "a FOLLOWEDBY b" may be as early as a: some time of each lies in order.
                if (ordered && level > 0 && sums[level - 1].LatestFirst > part.EarliestLast) continue;
                sums[level] = level == 0 ? part : sums[level - 1].With(part);
                if (sums[level].Spread > frame.Seconds) continue;
                if (level == levels - 1) yield return sums[level];
                else open.Push(find(level + 1, part).GetEnumerator());
            }
        }
        finally
        {
            while (open.TryPop(out var left)) left.Dispose();
        }
    }

    private IEnumerable<BindingPart> Repeated(RepeatsNode repeats, SearchFrame frame)
    {
        var free = 0L;
        for (var at = 0; at < _used.Length; at++) free += _observations[at].Number - _used[at];
        return Least(repeats) > free ? [] : Together(repeats.Times, (_, _) => Find(repeats.Inner, frame), frame, ordered: false);
    }

    private void Step()
    {
        if (--_steps < 0) throw TooMuch();
    }

    private static PatternException TooMuch() =>
        PatternLexer.Failure(0, $"Looking for observations that fit together takes more than {PatternLimits.Steps:N0} steps; make the pattern narrower (WITHIN, START … STOP) or match fewer observations at a time.");
}
