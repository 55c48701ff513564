using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How probable it is that a planned text finds its majority, on whom that hangs, and how far it is from tipping.</summary>
/// <remarks>
/// For each position the text may have the states are independent and the outcome is exact; the positions are then weighed. So the states' votes go
/// together as far as they depend on how the text is worded, and no further: a bargain among states on the day is not in it.
/// </remarks>
internal sealed record MajorityForecast
{
    /// <summary>How many states the list of those it hinges on names.</summary>
    internal const int Pivots = 20;

    internal required MajorityRule Rule { get; init; }

    internal required Outlook Outlook { get; init; }

    /// <summary>States whose choice was given by the asker; null where absent.</summary>
    internal required IReadOnlyDictionary<string, Choice?> Given { get; init; }

    /// <summary>The probability that the text passes, states of which nothing is known left out.</summary>
    internal required double Passes { get; init; }

    /// <summary>The same if all states of which nothing is known voted no, and if all voted yes.</summary>
    internal required (double AllNo, double AllYes) IfUnknown { get; init; }

    internal required CountRange Yes { get; init; }

    internal required CountRange Abstain { get; init; }

    internal required CountRange No { get; init; }

    /// <summary>Expected votes beyond what is needed: yes − no, or yes − 2 × no.</summary>
    internal required double Margin { get; init; }

    /// <summary>On whom it hinges, the most first.</summary>
    internal required IReadOnlyList<Pivot> Hinges { get; init; }

    internal required Tipping Tipping { get; init; }

    /// <summary>Weighs an outlook by a rule.</summary>
    internal static MajorityForecast Of(Outlook outlook, MajorityRule rule, IReadOnlyDictionary<string, Choice?> given)
    {
        List<string> taken = [.. outlook.Known.Select(state => state.State), .. outlook.Unknown.Where(state => given.ContainsKey(state.State)).Select(state => state.State)];
        var known = outlook.Known.ToDictionary(state => state.State, StringComparer.Ordinal);
        var votes = outlook.Positions.Select((_, position) => taken.Select(state => given.TryGetValue(state, out var choice) ? Chances.Given(choice) : known[state].ByPosition[position]).ToArray()).ToArray();
        var free = taken.Select(state => !given.ContainsKey(state)).ToArray();
        var weights = outlook.Positions.Select(position => position.Weight).ToArray();
        var passes = Weighed(weights, at => Tally.Passing(votes[at], rule));
        var unknown = outlook.Unknown.Count(state => !given.ContainsKey(state.State));
        double IfAll(Choice choice) => unknown == 0 ? passes : Weighed(weights, at => Tally.Passing([.. votes[at], .. Enumerable.Repeat(Chances.Given(choice), unknown)], rule));
        var absent = given.Count(state => state.Value is null && taken.Contains(state.Key));
        var (yes, abstain, no) = (Counted(choice => choice.Yes), Counted(choice => choice.Abstain), Counted(choice => choice.No));
        return new MajorityForecast
        {
            Rule = rule,
            Outlook = outlook,
            Given = given,
            Passes = passes,
            IfUnknown = (IfAll(Choice.No), IfAll(Choice.Yes)),
            Yes = yes,
            Abstain = new CountRange(abstain.Expected - absent, abstain.Low - absent, abstain.High - absent),
            No = no,
            Margin = yes.Expected - (rule == MajorityRule.Simple ? 1 : 2) * no.Expected,
            Hinges = Hinging(),
            Tipping = Tip(),
        };

        List<Pivot> Hinging()
        {
            var (ifYes, ifNo) = (new double[taken.Count], new double[taken.Count]);
            for (var at = 0; at < votes.Length; at++)
            {
                var tally = new Tally(votes[at], rule);
                for (var state = 0; state < taken.Count; state++)
                {
                    var (yes, no) = tally.PassesWith(state);
                    ifYes[state] += weights[at] * yes;
                    ifNo[state] += weights[at] * no;
                }
            }

            return [.. Enumerable.Range(0, taken.Count).Where(state => free[state]).Select(state => new Pivot(taken[state], ifYes[state], ifNo[state]))
                .OrderByDescending(pivot => pivot.Change).ThenBy(pivot => pivot.State, StringComparer.Ordinal).Take(Pivots)];
        }

        CountRange Counted(Func<Chances, double> of)
        {
            var sum = new double[taken.Count + 1];
            for (var at = 0; at < votes.Length; at++)
            {
                var counts = Tally.Count(votes[at].Select(of));
                for (var number = 0; number < sum.Length; number++) sum[number] += weights[at] * counts[number];
            }

            return CountRange.Of(sum);
        }

        // Whoever is nearest to it moves first; halving finds how many are enough, since each that moves only adds.
        Tipping Tip()
        {
            var towards = passes < 0.5;
            var wanted = towards ? Choice.Yes : Choice.No;
            List<int> nearest = [.. Enumerable.Range(0, taken.Count).Where(state => free[state] && known[taken[state]].Chances.Of(wanted) < 0.5)
                .OrderByDescending(state => known[taken[state]].Chances.Of(wanted)).ThenBy(state => taken[state], StringComparer.Ordinal)];
            if (!IsTipped(nearest.Count)) return new Tipping(towards, []);
            var (low, high) = (0, nearest.Count);
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                if (IsTipped(middle)) high = middle;
                else low = middle;
            }

            return new Tipping(towards, [.. nearest.Take(high).Select(state => taken[state])]);

            bool IsTipped(int moved)
            {
                var movers = nearest.Take(moved).ToHashSet();
                var now = Weighed(weights, at => Tally.Passing([.. votes[at].Select((vote, state) => movers.Contains(state) ? Chances.Given(wanted) : vote)], rule));
                return towards ? now >= 0.5 : now < 0.5;
            }
        }
    }

    private static double Weighed(double[] weights, Func<int, double> of)
    {
        var sum = 0.0;
        for (var at = 0; at < weights.Length; at++) sum += weights[at] * of(at);
        return sum;
    }
}
