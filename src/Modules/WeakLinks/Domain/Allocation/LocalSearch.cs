namespace Noroshi.WeakLinks.Domain;

/// <summary>A good choice fast: greedy at several prices of tied money, then additions and exchanges while they help; and a bound that every greedy step gives.</summary>
internal static class LocalSearch
{
    private const double Better = 1e-12;
    private const int Prices = 6;

    internal static Choice Find(RouteCover cover, AllocationRules rules)
    {
        var bound = cover.Weights.Sum();
        var starts = new List<HashSet<int>> { Greedy(cover, rules, forMoney: true, price: 0, keepTied: true, ref bound), Greedy(cover, rules, forMoney: false, price: 0, keepTied: true, ref bound) };
        if (rules.TiedMost is not null) starts.AddRange(Priced(cover, rules, ref bound));
        HashSet<int> best = [];
        var objective = 0.0;
        foreach (var start in starts)
        {
            var improved = Improve(cover, rules, start);
            var found = cover.Of(improved);
            if (found > objective) (best, objective) = (improved, found);
        }

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
        HashSet<int> chosen = [];
        var left = (double[])cover.Weights.Clone();
        var (spent, excess) = (0.0, 0.0);
        while (true)
        {
            // f(best) ≤ f(X) + what the whole budget could buy at today's gains: true of any X, because gains only fall.
            if (chosen.Count % 8 == 0) bound = Math.Min(bound, cover.Weights.Sum() - left.Sum() + rules.Offers(cover, left, chosen).At(0, rules.Money, 0).Bound);
            var (found, score) = (new List<int>(), 0.0);
            for (var project = 0; project < rules.Count; project++)
            {
                if (chosen.Contains(project)) continue;
                var bundle = rules.WithNeeds(project, chosen);
                var cost = bundle.Sum(each => rules.Cost[each]);
                var over = bundle.Sum(each => rules.Excess[each]);
                var gain = Gain(cover, left, bundle) - (price * over);
                var mark = !forMoney ? gain : cost > 0 ? gain / cost : gain > 0 ? double.MaxValue : 0;
                if (mark > score && rules.Affords(spent + cost) && (!keepTied || rules.TiedHolds(excess + over)) && rules.Agree(chosen, bundle)) (found, score) = (bundle, mark);
            }

            if (found.Count == 0) return chosen;
            foreach (var project in found)
            {
                chosen.Add(project);
                cover.Take(project, left);
                spent += rules.Cost[project];
                excess += rules.Excess[project];
            }
        }
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
        var whole = cover.Weights.Sum();
        while (true)
        {
            HashSet<int>? better = null;
            // Leave one out (or none), put one in with what it needs.
            foreach (var leave in chosen.Order().Prepend(-1).ToList())
            {
                HashSet<int> rest = [.. chosen.Where(project => project != leave)];
                if (!rest.All(project => rules.Requires[project].All(rest.Contains))) continue;
                var left = (double[])cover.Weights.Clone();
                foreach (var project in rest) cover.Take(project, left);
                var (kept, spent, excess) = (whole - left.Sum(), rest.Sum(project => rules.Cost[project]), rest.Sum(project => rules.Excess[project]));
                for (var enter = 0; enter < rules.Count; enter++)
                {
                    if (enter == leave || rest.Contains(enter)) continue;
                    var bundle = rules.WithNeeds(enter, rest);
                    if (!rules.Affords(spent + bundle.Sum(each => rules.Cost[each]))) continue;
                    var now = kept + Gain(cover, left, bundle);
                    if (now <= objective + (Better * Math.Max(1, objective))) continue;
                    if (!rules.TiedHolds(excess + bundle.Sum(each => rules.Excess[each])) || !rules.Agree(rest, bundle)) continue;
                    (better, objective) = ([.. rest, .. bundle], now);
                }
            }

            if (better is null) return chosen;
            chosen = better;
        }
    }
}
