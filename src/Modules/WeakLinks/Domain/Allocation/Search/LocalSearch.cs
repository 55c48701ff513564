namespace Noroshi.WeakLinks.Domain;

/// <summary>A good choice fast: greedy at several prices of tied money, then additions and exchanges while they help; and a bound that every greedy step gives.</summary>
internal static class LocalSearch
{
    private const double Better = 1e-12;
    private const int Prices = 6;

    /// <summary>The best that was found, unknown where no start could meet the floors. Ends early where nothing can be better by more than <paramref name="enough"/> of it.</summary>
    internal static Choice Find(RouteCover cover, AllocationRules rules, double enough)
    {
        var bound = cover.Whole;
        var starts = rules.TiedMost is null ? [] : Priced(cover, rules, ref bound);
        starts.Add(Greedy(cover, rules, forMoney: true, price: 0, keepTied: true, ref bound));
        starts.Add(Greedy(cover, rules, forMoney: false, price: 0, keepTied: true, ref bound));
        HashSet<int>? best = null;
        var objective = double.NegativeInfinity;
        foreach (var start in starts.Where(start => rules.Holds(start)).OrderByDescending(cover.Of))
        {
            var improved = Improve(cover, rules, start);
            var found = cover.Of(improved);
            if (found > objective) (best, objective) = (improved, found);
            if (bound <= objective * (1 + enough)) break;
        }

        if (best is null) return Choice.Unknown(bound);
        int[] chosen = [.. best.Order()];
        objective = cover.Of(chosen);
        return new Choice(chosen, objective, Math.Max(objective, bound));
    }

    // Around the price at which money bought in parts keeps to the tied share; choices that break it are not begun from.
    private static List<HashSet<int>> Priced(RouteCover cover, AllocationRules rules, ref double bound)
    {
        var relaxation = rules.Offers(cover, cover.Weights);
        var price = relaxation.BestPrice(rules.Money, 0);
        bound = Math.Min(bound, relaxation.At(price, rules.Money, -rules.Slack).Bound);
        List<HashSet<int>> starts = [];
        if (price <= 0) return starts;
        for (var step = 0; step < Prices; step++)
        {
            var chosen = Greedy(cover, rules, forMoney: true, price * (0.9 + (0.1 * step)), keepTied: false, ref bound);
            if (!rules.Holds(chosen)) continue;
            starts.Add(chosen);
            if (starts.Count == 2) break;
        }

        return starts;
    }

    private static HashSet<int> Greedy(RouteCover cover, AllocationRules rules, bool forMoney, double price, bool keepTied, ref double bound)
    {
        var state = new Purchase(cover, rules);
        while (true)
        {
            // f(best) ≤ f(X) + what the whole budget could buy at today's gains: true of any X, because gains only fall.
            if (state.Chosen.Count % 8 == 0) bound = Math.Min(bound, state.Objective + rules.Offers(cover, state.Left, state.Chosen).At(0, rules.Money, 0).Bound);
            // What a floor asks for comes first, whatever it gains.
            var wanted = state.Wanted();
            var (found, score) = (-1, wanted is null ? 0.0 : double.NegativeInfinity);
            for (var project = 0; project < rules.Count; project++)
            {
                if (state.Chosen.Contains(project) || (wanted is not null && !wanted[project])) continue;
                var (gain, cost, excess) = state.Offer(project);
                var net = gain - (price * excess);
                var mark = !forMoney ? net : cost > 0 ? net / cost : net > 0 ? double.MaxValue : 0;
                if (mark > score && rules.Affords(state.Cost + cost) && (!keepTied || rules.TiedHolds(state.Excess + excess)) && state.Allows(project)) (found, score) = (project, mark);
            }

            if (found < 0) return state.Chosen;
            state.Buy(found);
        }
    }

    // Leave one out (or none), put one in with what it needs, while that helps.
    private static HashSet<int> Improve(RouteCover cover, AllocationRules rules, HashSet<int> start)
    {
        var (chosen, objective) = (start, cover.Of(start));
        while (true)
        {
            HashSet<int>? better = null;
            foreach (var leave in chosen.Order().Prepend(-1).ToList())
            {
                if (leave >= 0 && rules.NeededBy[leave].Any(need => chosen.Contains(need.Project))) continue;
                var rest = new Purchase(cover, rules);
                foreach (var project in chosen) if (project != leave) rest.Buy(project, alone: true);
                for (var enter = 0; enter < rules.Count; enter++)
                {
                    if (enter == leave || rest.Chosen.Contains(enter) || !rules.Affords(rest.Cost + rules.Cost[enter])) continue;
                    var (gain, cost, excess) = rest.Offer(enter);
                    var now = rest.Objective + gain;
                    if (now <= objective + (Better * Math.Max(1, objective)) || !rules.Affords(rest.Cost + cost) || !rules.TiedHolds(rest.Excess + excess) || !rest.Allows(enter)) continue;
                    HashSet<int> with = [.. rest.Chosen, .. rules.WithNeeds(enter, rest.Chosen)];
                    if (rules.FloorsHold(with)) (better, objective) = (with, now);
                }
            }

            if (better is null) return chosen;
            chosen = better;
        }
    }
}
