namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// The best choice of the surrogate. Projects are taken or left one by one, the best for its money first; a branch ends where what it has, and what its money
/// could buy in parts, does not exceed the best found. What parts are worth is bounded twice: by today's gains, which only fall as more is chosen, and by the
/// prices that routes pay (<see cref="RoutePrices"/>); so nothing better is ever cut away.
/// </summary>
internal sealed class BranchAndBound
{
    private const int StepsFirst = 240;
    private const int StepsEach = 8;

    private readonly RouteCover _cover;
    private readonly AllocationRules _rules;
    private readonly long _most;
    private readonly double _enough;
    private readonly CancellationToken _cancel;
    private readonly State[] _states;
    private readonly double[] _left;
    private readonly bool[] _may;
    private readonly double[] _spent;
    private readonly double[] _could;
    private readonly List<int> _chosen = [];
    private readonly Relaxation _relaxation = new();
    private readonly RoutePrices? _prices;
    private readonly double _price;
    private double _best;
    private int[] _bestChoice;
    private double _unseen = double.NegativeInfinity;
    private long _branches;

    private BranchAndBound(RouteCover cover, AllocationRules rules, Choice start, long most, double enough, CancellationToken cancel)
    {
        (_cover, _rules, _most, _enough, _cancel) = (cover, rules, most, enough, cancel);
        _states = new State[rules.Count];
        _left = (double[])cover.Weights.Clone();
        _may = new bool[rules.Count];
        (_spent, _could) = (new double[rules.Limits.Count], rules.Spent(Enumerable.Range(0, rules.Count)));
        (_best, _bestChoice) = (start.Objective, start.Projects);
        // One price of tied money for the whole search: any is valid, and that of the root is close to the best below it.
        _price = rules.TiedMost is null ? 0 : rules.Offers(cover, _left).BestPrice(rules.Money, 0);
        // Where the start is shown to be the best already, nothing need be priced.
        var proven = start.Bound <= Margin;
        _prices = !proven && RoutePrices.Matter(cover, rules) ? new RoutePrices(cover, rules, _price) : null;
    }

    private enum State : byte
    {
        Undecided,
        Taken,
        Left,
    }

    /// <summary>
    /// Improves a choice until nothing can be better by more than <paramref name="enough"/> of it, or <paramref name="mostBranches"/> were looked at; the
    /// bound says what may be left.
    /// </summary>
    internal static Choice Find(RouteCover cover, AllocationRules rules, Choice start, long mostBranches, double enough, CancellationToken cancel)
    {
        var search = new BranchAndBound(cover, rules, start, mostBranches, enough, cancel);
        if (start.Bound > search.Margin) search.Explore(objective: 0, cost: 0, excess: 0);
        else search._unseen = start.Bound;
        if (double.IsNegativeInfinity(search._best)) return Choice.Unknown(Math.Min(start.Bound, search._unseen));
        int[] chosen = [.. search._bestChoice.Order()];
        var objective = cover.Of(chosen);
        return new Choice(chosen, objective, Math.Max(objective, Math.Min(start.Bound, Math.Max(objective, search._unseen))));
    }

    private void Explore(double objective, double cost, double excess)
    {
        if ((++_branches & 1023) == 0) _cancel.ThrowIfCancellationRequested();
        if (objective > _best && _rules.TiedHolds(excess) && FloorsHold(_spent)) (_best, _bestChoice) = (objective, [.. _chosen]);
        if (!FloorsHold(_could)) return;
        List<int> hopeless = [];
        var (bound, branch) = Look(objective, cost, excess, hopeless);
        if (branch < 0) return;
        if (objective + bound <= Margin || _branches >= _most)
        {
            _unseen = Math.Max(_unseen, objective + bound);
            return;
        }

        // What would end below the best found is left at once; where that is all, nothing better is here.
        if (hopeless.Count > 0) _unseen = Math.Max(_unseen, Margin);
        hopeless.RemoveAll(project => _states[project] != State.Undecided || !Shut(project));
        if (_states[branch] == State.Undecided) Take(branch, objective, cost, excess);
        if (_states[branch] == State.Undecided) Leave(branch);
        else branch = -1;
        Explore(objective, cost, excess);
        if (branch >= 0) Reopen(branch);
        foreach (var project in hopeless) Reopen(project);
    }

    private bool Shut(int project)
    {
        Leave(project);
        return true;
    }

    private double Margin => double.IsNegativeInfinity(_best) ? _best : _best * (1 + _enough);

    private void Take(int project, double objective, double cost, double excess)
    {
        foreach (var limit in _rules.LimitsOf[project])
        {
            if (_spent[limit] + _rules.Cost[project] > _rules.Limits[limit].Most + _rules.Slack) return;
        }

        var gain = _cover.Gain(project, _left);
        var routes = _cover.Routes[project];
        var before = new double[routes.Length];
        for (var place = 0; place < routes.Length; place++) before[place] = _left[routes[place]];

        int[] shut = [.. _rules.Rivals[project].Where(rival => _states[rival] == State.Undecided)];
        foreach (var rival in shut) Leave(rival);
        foreach (var limit in _rules.LimitsOf[project]) _spent[limit] += _rules.Cost[project];
        _states[project] = State.Taken;
        _chosen.Add(project);
        _cover.Take(project, _left);
        Explore(objective + gain, cost + _rules.Cost[project], excess + _rules.Excess[project]);
        _chosen.RemoveAt(_chosen.Count - 1);
        foreach (var limit in _rules.LimitsOf[project]) _spent[limit] -= _rules.Cost[project];
        foreach (var rival in shut) Reopen(rival);
        for (var place = 0; place < routes.Length; place++) _left[routes[place]] = before[place];

        _states[project] = State.Undecided;
    }

    private void Leave(int project)
    {
        _states[project] = State.Left;
        foreach (var limit in _rules.LimitsOf[project]) _could[limit] -= _rules.Cost[project];
    }

    private void Reopen(int project)
    {
        _states[project] = State.Undecided;
        foreach (var limit in _rules.LimitsOf[project]) _could[limit] += _rules.Cost[project];
    }

    private bool FloorsHold(double[] sums)
    {
        for (var limit = 0; limit < sums.Length; limit++) if (sums[limit] < _rules.Limits[limit].Least - _rules.Slack) return false;
        return true;
    }

    // What the rest of the money could buy in parts, and which project to decide next (-1 where none can be taken).
    private (double Bound, int Branch) Look(double objective, double cost, double excess, List<int> hopeless)
    {
        _relaxation.Clear();
        var (branch, branchRatio, relief) = (-1, double.NegativeInfinity, 0.0);
        for (var project = 0; project < _states.Length; project++)
        {
            _may[project] = MayTake(project, cost);
            if (!_may[project]) continue;
            var gain = _cover.Gain(project, _left);
            var price = _rules.Cost[project];
            var net = gain - (_price * _rules.Excess[project]);
            var ratio = price > 0 ? net / price : net > 0 ? double.MaxValue : 0;
            _relaxation.Add(project, _rules.Group[project], gain, price, _rules.Excess[project]);
            relief += Math.Max(0, -_rules.Excess[project]);
            if (ratio > branchRatio && AllTaken(_rules.Requires[project])) (branch, branchRatio) = (project, ratio);
        }

        // No choice below here could bring the tied share down again.
        if (!_rules.TiedHolds(excess - relief)) return (double.NegativeInfinity, -1);
        var money = _rules.Money - cost;
        var least = Margin - objective;
        var bound = AtGains(money, excess, least, hopeless);
        if (_prices is not null && branch >= 0 && bound > least) bound = Math.Min(bound, _prices.Bound(_left, _may, money, excess, least, _branches == 1 ? StepsFirst : StepsEach, hopeless));
        return (bound, branch);
    }

    private double AtGains(double money, double excess, double least, List<int> hopeless)
    {
        var bound = _relaxation.At(0, money, excess).Bound;
        _relaxation.Hopeless(bound, least, hopeless);
        if (_price <= 0) return bound;
        var priced = _relaxation.At(_price, money, excess - _rules.Slack).Bound;
        _relaxation.Hopeless(priced, least, hopeless);
        return Math.Min(bound, priced);
    }

    private bool MayTake(int project, double cost) => _states[project] == State.Undecided && _rules.Affords(cost + _rules.Cost[project]) && !AnyLeft(_rules.Requires[project]);

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
