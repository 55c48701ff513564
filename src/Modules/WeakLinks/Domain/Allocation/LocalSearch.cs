namespace Noroshi.WeakLinks.Domain;

/// <summary>A good choice fast: greedy by gain for money and by gain alone, then additions and exchanges while they help; and a bound that every greedy step gives.</summary>
internal static class LocalSearch
{
    private const double Better = 1e-12;

    internal static Choice Find(RouteCover cover, AllocationRules rules)
    {
        var bound = cover.Weights.Sum();
        var best = Improve(cover, rules, Greedy(cover, rules, forMoney: true, ref bound));
        var other = Improve(cover, rules, Greedy(cover, rules, forMoney: false, ref bound));
        if (cover.Of(other) > cover.Of(best)) best = other;
        int[] chosen = [.. best.Order()];
        var objective = cover.Of(chosen);
        return new Choice(chosen, objective, Math.Max(objective, bound));
    }

    private static HashSet<int> Greedy(RouteCover cover, AllocationRules rules, bool forMoney, ref double bound)
    {
        HashSet<int> chosen = [];
        var left = (double[])cover.Weights.Clone();
        while (true)
        {
            // f(best) ≤ f(X) + what the whole budget could buy at today's gains: true of any X, because gains only fall.
            bound = Math.Min(bound, cover.Weights.Sum() - left.Sum() + Affordable(cover, rules, left, chosen));
            var (found, score) = (new List<int>(), 0.0);
            for (var project = 0; project < rules.Count; project++)
            {
                if (chosen.Contains(project)) continue;
                var bundle = rules.WithNeeds(project, chosen);
                var (gain, cost) = (Gain(cover, left, bundle), bundle.Sum(each => rules.Cost[each]));
                var mark = !forMoney ? gain : cost > 0 ? gain / cost : gain > 0 ? double.MaxValue : 0;
                if (mark > score && rules.Holds([.. chosen, .. bundle])) (found, score) = (bundle, mark);
            }

            if (found.Count == 0) return chosen;
            foreach (var project in found)
            {
                chosen.Add(project);
                cover.Take(project, left);
            }
        }
    }

    /// <summary>The most that a budget buys when projects could be bought in parts.</summary>
    private static double Affordable(RouteCover cover, AllocationRules rules, double[] left, HashSet<int> chosen)
    {
        var (money, sum) = (rules.Money, 0.0);
        var offers = Enumerable.Range(0, rules.Count).Where(project => !chosen.Contains(project) && rules.Affords(rules.Cost[project]))
            .Select(project => (Gain: cover.Gain(project, left), Cost: rules.Cost[project])).Where(offer => offer.Gain > 0)
            .OrderByDescending(offer => offer.Cost > 0 ? offer.Gain / offer.Cost : double.PositiveInfinity);
        foreach (var (gain, cost) in offers)
        {
            if (cost > money) return sum + (gain * money / cost);
            sum += gain;
            money -= cost;
        }

        return sum;
    }

    private static double Gain(RouteCover cover, double[] left, List<int> bundle)
    {
        if (bundle.Count == 1) return cover.Gain(bundle[0], left);
        var (copy, sum) = ((double[])left.Clone(), 0.0);
        foreach (var project in bundle)
        {
            sum += cover.Gain(project, copy);
            cover.Take(project, copy);
        }

        return sum;
    }

    private static HashSet<int> Improve(RouteCover cover, AllocationRules rules, HashSet<int> start)
    {
        var (chosen, objective) = (start, cover.Of(start));
        while (true)
        {
            HashSet<int>? better = null;
            // Leave one out (or none), put one in with what it needs.
            foreach (var leave in chosen.Order().Prepend(-1).ToList())
            {
                HashSet<int> rest = [.. chosen.Where(project => project != leave)];
                var left = (double[])cover.Weights.Clone();
                foreach (var project in rest) cover.Take(project, left);
                var kept = cover.Weights.Sum() - left.Sum();
                for (var enter = 0; enter < rules.Count; enter++)
                {
                    if (enter == leave || rest.Contains(enter)) continue;
                    var bundle = rules.WithNeeds(enter, rest);
                    var now = kept + Gain(cover, left, bundle);
                    if (now <= objective + (Better * Math.Max(1, objective)) || bundle.Contains(leave)) continue;
                    HashSet<int> candidate = [.. rest, .. bundle];
                    if (rules.Holds(candidate)) (better, objective) = (candidate, now);
                }
            }

            if (better is null) return chosen;
            chosen = better;
        }
    }
}
