namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>The exact distribution of the outcome when the position of the text is given: the states' choices are then independent and are folded one by one.</summary>
/// <remarks>The outcome is yes − no, or yes − 2 × no for two thirds: the text passes above 0, or from 0 on.</remarks>
internal sealed class Tally
{
    private readonly int _weightOfNo;
    private readonly int _lowest;
    private readonly double[][] _before;
    private readonly double[][] _reachedAfter;

    /// <param name="votes">A state each.</param>
    /// <param name="rule">What the text needs.</param>
    internal Tally(IReadOnlyList<Chances> votes, MajorityRule rule)
    {
        _weightOfNo = rule == MajorityRule.Simple ? 1 : 2;
        var needed = rule == MajorityRule.Simple ? 1 : 0;
        _lowest = _weightOfNo * votes.Count;
        var width = _lowest + votes.Count + 1;
        // Before: the distribution over the states up to each one.
        _before = new double[votes.Count + 1][];
        _before[0] = new double[width];
        _before[0][_lowest] = 1;
        for (var state = 0; state < votes.Count; state++)
        {
            var (from, to) = (_before[state], _before[state + 1] = new double[width]);
            for (var at = _lowest - _weightOfNo * state; at <= _lowest + state; at++)
            {
                to[at + 1] += from[at] * votes[state].Yes;
                to[at] += from[at] * votes[state].Abstain;
                to[at - _weightOfNo] += from[at] * votes[state].No;
            }
        }

        // After: how probable it is that the states from each one on carry the outcome from here to what is needed.
        _reachedAfter = new double[votes.Count + 1][];
        _reachedAfter[^1] = new double[width];
        for (var at = 0; at < width; at++) _reachedAfter[^1][at] = at - _lowest >= needed ? 1 : 0;
        for (var state = votes.Count - 1; state >= 0; state--)
        {
            var (to, from) = (_reachedAfter[state + 1], _reachedAfter[state] = new double[width]);
            for (var at = _lowest - _weightOfNo * state; at <= _lowest + state; at++)
                from[at] = votes[state].Yes * to[at + 1] + votes[state].Abstain * to[at] + votes[state].No * to[at - _weightOfNo];
        }
    }

    /// <summary>How probable it is that the text passes.</summary>
    internal double Passes => _reachedAfter[0][_lowest];

    /// <summary>The same without keeping what single states would change.</summary>
    internal static double Passing(ReadOnlySpan<Chances> votes, MajorityRule rule)
    {
        var weightOfNo = rule == MajorityRule.Simple ? 1 : 2;
        var lowest = weightOfNo * votes.Length;
        var (from, to) = (new double[lowest + votes.Length + 1], new double[lowest + votes.Length + 1]);
        from[lowest] = 1;
        for (var state = 0; state < votes.Length; state++)
        {
            to.AsSpan(lowest - weightOfNo * (state + 1), (weightOfNo + 1) * (state + 1) + 1).Clear();
            for (var at = lowest - weightOfNo * state; at <= lowest + state; at++)
            {
                to[at + 1] += from[at] * votes[state].Yes;
                to[at] += from[at] * votes[state].Abstain;
                to[at - weightOfNo] += from[at] * votes[state].No;
            }

            (from, to) = (to, from);
        }

        var sum = 0.0;
        for (var at = lowest + (rule == MajorityRule.Simple ? 1 : 0); at < from.Length; at++) sum += from[at];
        return sum;
    }

    /// <summary>How probable it is that the text passes when one state votes yes, and when it votes no, all others as they are.</summary>
    internal (double IfYes, double IfNo) PassesWith(int state)
    {
        var (from, to) = (_before[state], _reachedAfter[state + 1]);
        var (yes, no) = (0.0, 0.0);
        for (var at = _lowest - _weightOfNo * state; at <= _lowest + state; at++)
        {
            yes += from[at] * to[at + 1];
            no += from[at] * to[at - _weightOfNo];
        }

        return (yes, no);
    }

    /// <summary>The distribution of how many choose something, from 0 to all.</summary>
    internal static double[] Count(IEnumerable<double> chances)
    {
        var counts = new List<double> { 1 };
        foreach (var chance in chances)
        {
            counts.Add(0);
            for (var at = counts.Count - 1; at >= 0; at--) counts[at] = counts[at] * (1 - chance) + (at > 0 ? counts[at - 1] * chance : 0);
        }

        return [.. counts];
    }
}
