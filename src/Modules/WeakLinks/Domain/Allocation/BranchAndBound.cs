namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// The best choice of the surrogate. Projects are taken or left one by one, the best for its money first; a branch ends where what it has, and what its money
/// could buy in parts at today's gains, does not exceed the best found. Gains only fall as more is chosen, so nothing better is ever cut away.
/// </summary>
internal sealed class BranchAndBound
{
    private readonly RouteCover _cover;
    private readonly AllocationRules _rules;
    private readonly long _most;
    private readonly CancellationToken _cancel;
    private readonly State[] _states;
    private readonly double[] _left;
    private readonly List<int> _chosen = [];
    private double _best;
    private int[] _bestChoice;
    private double _unseen = double.NegativeInfinity;
    private long _branches;

    private BranchAndBound(RouteCover cover, AllocationRules rules, Choice start, long most, CancellationToken cancel)
    {
        (_cover, _rules, _most, _cancel) = (cover, rules, most, cancel);
        _states = new State[rules.Count];
        _left = (double[])cover.Weights.Clone();
        (_best, _bestChoice) = (start.Objective, start.Projects);
    }

    private enum State : byte
    {
        Undecided,
        Taken,
        Left,
    }

    /// <summary>Improves a choice until nothing can be better, or <paramref name="mostBranches"/> were looked at; the bound says which.</summary>
    internal static Choice Find(RouteCover cover, AllocationRules rules, Choice start, long mostBranches, CancellationToken cancel)
    {
        var search = new BranchAndBound(cover, rules, start, mostBranches, cancel);
        search.Explore(objective: 0, cost: 0, excess: 0);
        int[] chosen = [.. search._bestChoice.Order()];
        var objective = cover.Of(chosen);
        return new Choice(chosen, objective, Math.Max(objective, Math.Min(start.Bound, Math.Max(objective, search._unseen))));
    }

    private void Explore(double objective, double cost, double excess)
    {
        if ((++_branches & 1023) == 0) _cancel.ThrowIfCancellationRequested();
        if (objective > _best && _rules.TiedHolds(excess)) (_best, _bestChoice) = (objective, [.. _chosen]);
        var (bound, branch) = Look(cost, excess);
        if (branch < 0 || objective + bound <= _best * (1 + 1e-12)) return;
        if (_branches >= _most)
        {
            _unseen = Math.Max(_unseen, objective + bound);
            return;
        }

        Take(branch, objective, cost, excess);
        _states[branch] = State.Left;
        Explore(objective, cost, excess);
        _states[branch] = State.Undecided;
    }

    private void Take(int project, double objective, double cost, double excess)
    {
        var gain = _cover.Gain(project, _left);
        var routes = _cover.Routes[project];
        var before = new double[routes.Length];
        for (var place = 0; place < routes.Length; place++) before[place] = _left[routes[place]];
        int[] shut = [.. _rules.Rivals[project].Where(rival => _states[rival] == State.Undecided)];
        foreach (var rival in shut) _states[rival] = State.Left;
        _states[project] = State.Taken;
        _chosen.Add(project);
        _cover.Take(project, _left);
        Explore(objective + gain, cost + _rules.Cost[project], excess + _rules.Excess[project]);
        _chosen.RemoveAt(_chosen.Count - 1);
        for (var place = 0; place < routes.Length; place++) _left[routes[place]] = before[place];
        foreach (var rival in shut) _states[rival] = State.Undecided;
        _states[project] = State.Undecided;
    }

    // What the rest of the money could buy in parts, and which project to decide next (-1 where none can be taken).
    private (double Bound, int Branch) Look(double cost, double excess)
    {
        var money = _rules.Money - cost;
        var offers = new List<(double Ratio, double Gain, double Cost, double Excess)>(_rules.Count);
        var (branch, branchRatio, relief) = (-1, double.NegativeInfinity, 0.0);
        for (var project = 0; project < _states.Length; project++)
        {
            if (_states[project] != State.Undecided || !_rules.Affords(cost + _rules.Cost[project]) || _rules.Requires[project].Any(needed => _states[needed] == State.Left)) continue;
            var gain = _cover.Gain(project, _left);
            var price = _rules.Cost[project];
            var ratio = price > 0 ? gain / price : gain > 0 ? double.MaxValue : 0;
            offers.Add((ratio, gain, price, _rules.Excess[project]));
            relief += Math.Max(0, -_rules.Excess[project]);
            if (ratio > branchRatio && _rules.Requires[project].All(needed => _states[needed] == State.Taken)) (branch, branchRatio) = (project, ratio);
        }

        // No choice below here could bring the tied share down again.
        if (!_rules.TiedHolds(excess - relief)) return (double.NegativeInfinity, -1);
        var bound = Parts(offers, money, excess, price: 0);
        if (_rules.TiedMost is not null && branchRatio is > 0 and < double.MaxValue)
        {
            // A price on tied money above its share: any price gives a bound, the lowest counts (Lagrange).
            foreach (var part in (ReadOnlySpan<double>)[0.25, 0.5, 1, 2]) bound = Math.Min(bound, Parts(offers, money, excess, part * branchRatio));
        }

        return (bound, branch);
    }

    private static double Parts(List<(double Ratio, double Gain, double Cost, double Excess)> offers, double money, double excess, double price)
    {
        var priced = new List<(double Ratio, double Gain, double Cost)>(offers.Count);
        foreach (var (_, gain, cost, over) in offers)
        {
            var net = gain - (price * over);
            if (net > 0) priced.Add((cost > 0 ? net / cost : double.MaxValue, net, cost));
        }

        priced.Sort(static (one, other) => other.Ratio.CompareTo(one.Ratio));
        var sum = -price * excess;
        foreach (var (_, gain, cost) in priced)
        {
            if (cost > money) return sum + (gain * Math.Max(0, money) / cost);
            sum += gain;
            money -= cost;
        }

        return sum;
    }
}
