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
    private readonly Relaxation _relaxation = new();
    private readonly double _price;
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
        // One price of tied money for the whole search: any is valid, and that of the root is close to the best below it.
        _price = rules.TiedMost is null ? 0 : rules.Offers(cover, _left).BestPrice(rules.Money, 0);
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
        _relaxation.Clear();
        var (branch, branchRatio, relief) = (-1, double.NegativeInfinity, 0.0);
        for (var project = 0; project < _states.Length; project++)
        {
            if (_states[project] != State.Undecided || !_rules.Affords(cost + _rules.Cost[project]) || AnyLeft(_rules.Requires[project])) continue;
            var gain = _cover.Gain(project, _left);
            var price = _rules.Cost[project];
            var net = gain - (_price * _rules.Excess[project]);
            var ratio = price > 0 ? net / price : net > 0 ? double.MaxValue : 0;
            _relaxation.Add(_rules.Group[project], gain, price, _rules.Excess[project]);
            relief += Math.Max(0, -_rules.Excess[project]);
            if (ratio > branchRatio && AllTaken(_rules.Requires[project])) (branch, branchRatio) = (project, ratio);
        }

        // No choice below here could bring the tied share down again.
        if (!_rules.TiedHolds(excess - relief)) return (double.NegativeInfinity, -1);
        var money = _rules.Money - cost;
        var bound = _relaxation.At(0, money, excess).Bound;
        if (_price > 0) bound = Math.Min(bound, _relaxation.At(_price, money, excess - _rules.Slack).Bound);
        return (bound, branch);
    }

    private bool AnyLeft(int[] needed)
    {
        foreach (var project in needed) if (_states[project] == State.Left) return true;
        return false;
    }

    private bool AllTaken(int[] needed)
    {
        foreach (var project in needed) if (_states[project] != State.Taken) return false;
        return true;
    }
}
