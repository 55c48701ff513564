namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// What projects that share a route should be credited with, each for itself (Lagrangian decomposition): every route pays its projects a price and keeps what
/// it is worth beyond; a project that needs another pays it; tied money has a price. Any prices give a bound, so those of one branch serve the next, where
/// some steps bring them to its own.
/// </summary>
internal sealed class RoutePrices
{
    private const int Patience = 12;
    private const double SmallestStep = 1e-3;
    // Beyond so many projects on one route the best set is not tried out but bounded.
    private const int TriedOut = 8;

    private readonly RouteCover _cover;
    private readonly AllocationRules _rules;
    private readonly (int Project, int Place)[][] _members;
    private readonly bool[][] _wanted;
    // What a route pays a project per unit of its weight, by project and place of the route in its list.
    private readonly double[][] _paid;
    // What a project pays each of those it needs.
    private readonly double[][] _forNeed;
    private readonly double[] _taken;
    private readonly Relaxation _relaxation = new();
    private double _tiedPrice;

    internal RoutePrices(RouteCover cover, AllocationRules rules, double tiedPrice)
    {
        (_cover, _rules, _tiedPrice) = (cover, rules, tiedPrice);
        var members = cover.Weights.Select(_ => new List<(int, int)>()).ToArray();
        for (var project = 0; project < cover.Routes.Length; project++)
        {
            for (var place = 0; place < cover.Routes[project].Length; place++) members[cover.Routes[project][place]].Add((project, place));
        }

        _members = [.. members.Select(list => list.ToArray())];
        _wanted = [.. _members.Select(list => new bool[list.Length])];
        _paid = [.. cover.Routes.Select((routes, project) => routes.Select(_ => cover.Effects[project]).ToArray())];
        _forNeed = [.. rules.Requires.Select(needed => new double[needed.Length])];
        _taken = new double[rules.Count];
    }

    /// <summary>Whether anything is shared: without, prices are what they were.</summary>
    internal static bool Matter(RouteCover cover, AllocationRules rules)
    {
        if (rules.Requires.Any(needed => needed.Length > 0)) return true;
        var seen = new bool[cover.Weights.Length];
        foreach (var route in cover.Routes.SelectMany(routes => routes))
        {
            if (seen[route]) return true;
            seen[route] = true;
        }

        return false;
    }

    /// <summary>What the projects that may be taken can add at most, after some steps of the prices towards the lowest bound; ends early at <paramref name="least"/>.</summary>
    /// <remarks>Left is what routes have left, money what may be spent, excess the tied money over its share so far. Who cannot be part of anything above least is named.</remarks>
    internal double Bound(double[] left, bool[] may, double money, double excess, double least, int steps, List<int> hopeless)
    {
        var (best, step, idle) = (double.PositiveInfinity, 1.0, 0);
        for (var round = 0; ; round++)
        {
            var (bound, over) = Ask(left, may, money, excess);
            _relaxation.Hopeless(bound.Money, least - bound.Kept, hopeless);
            var now = bound.Money + bound.Kept;
            if (now < best * (1 - 1e-6) || double.IsInfinity(best)) (best, idle) = (Math.Min(best, now), 0);
            else if (++idle == Patience) (idle, step) = (0, step / 2);
            if (best <= least || round == steps || step < SmallestStep) return best;
            var target = double.IsNegativeInfinity(least) ? 0.9 * best : least;
            if (!Move(left, may, over, step * Math.Max(1e-9, now - target))) return best;
        }
    }

    private ((double Money, double Kept) Bound, double Over) Ask(double[] left, bool[] may, double money, double excess)
    {
        var kept = 0.0;
        for (var route = 0; route < _members.Length; route++) kept += left[route] * Keep(route, may);
        _relaxation.Clear();
        for (var project = 0; project < may.Length; project++)
        {
            if (may[project]) _relaxation.Add(project, _rules.Group[project], Credit(project, left, may), _rules.Cost[project], _rules.Excess[project]);
        }

        Array.Clear(_taken);
        var (bound, over) = _relaxation.At(_tiedPrice, money, excess - _rules.Slack, _taken);
        return ((bound, kept), over);
    }

    private double Credit(int project, double[] left, bool[] may)
    {
        var sum = _cover.Plain[project];
        var (routes, paid, needs, forNeed) = (_cover.Routes[project], _paid[project], _rules.Requires[project], _forNeed[project]);
        for (var place = 0; place < routes.Length; place++) sum += left[routes[place]] * paid[place];
        for (var place = 0; place < needs.Length; place++) if (may[needs[place]]) sum -= forNeed[place];
        foreach (var (other, place) in _rules.NeededBy[project]) if (may[other]) sum += _forNeed[other][place];
        return sum;
    }

    // Every route takes the projects that are worth more to it than they cost it; what is left over it keeps, per unit of its weight.
    private double Keep(int route, bool[] may)
    {
        var (members, wanted) = (_members[route], _wanted[route]);
        Array.Clear(wanted);
        if (members.Length > TriedOut) return Tangent(members, wanted, may);
        var (best, bestSet) = (0.0, 0);
        for (var set = 1; set < 1 << members.Length; set++)
        {
            var (open, paid) = (1.0, 0.0);
            for (var place = 0; place < members.Length && paid <= 1; place++)
            {
                if ((set >> place & 1) == 0) continue;
                var (project, at) = members[place];
                // Who may not be taken costs more than anything is worth.
                paid += may[project] ? _paid[project][at] : 2;
                open *= 1 - _cover.Effects[project];
            }

            if (1 - open - paid > best) (best, bestSet) = (1 - open - paid, set);
        }

        for (var place = 0; place < members.Length; place++) wanted[place] = (bestSet >> place & 1) == 1;
        return best;
    }

    // The exponential function lies above each of its tangents, so 1 − Π(1 − e) ≤ 1 − t·(1 − ln t) − t·Σ ln(1 − e) for every t in (0,1].
    private double Tangent((int Project, int Place)[] members, bool[] wanted, bool[] may)
    {
        const double Least = 1e-9;
        var (best, bestAt) = (double.PositiveInfinity, 1.0);
        for (var at = 1.0; at > 1e-3; at *= 0.8)
        {
            var sum = 1 - (at * (1 - Math.Log(at)));
            foreach (var (project, place) in members) if (may[project]) sum += Math.Max(0, Worth(project, at) - _paid[project][place]);
            if (sum < best) (best, bestAt) = (sum, at);
        }

        for (var place = 0; place < wanted.Length; place++) wanted[place] = may[members[place].Project] && Worth(members[place].Project, bestAt) > _paid[members[place].Project][members[place].Place];
        return best + Least;

        double Worth(int project, double at) => -at * Math.Log(Math.Max(Least, 1 - _cover.Effects[project]));
    }

    // One step of the subgradient: who is bought more than routes want him becomes cheaper, who is wanted more becomes dearer.
    private bool Move(double[] left, bool[] may, double over, double length)
    {
        var norm = _rules.TiedMost is null ? 0 : over * over;
        for (var route = 0; route < _members.Length; route++)
        {
            for (var place = 0; place < _members[route].Length; place++) norm += Square(Slope(route, place));
        }

        for (var project = 0; project < _forNeed.Length; project++)
        {
            for (var place = 0; place < _forNeed[project].Length; place++) norm += Square(Lack(project, place));
        }

        if (norm <= 0) return false;
        var far = length / norm;
        if (_rules.TiedMost is not null) _tiedPrice = Math.Max(0, _tiedPrice + (far * over));
        for (var route = 0; route < _members.Length; route++)
        {
            for (var place = 0; place < _members[route].Length; place++)
            {
                var (project, at) = _members[route][place];
                _paid[project][at] = Math.Clamp(_paid[project][at] - (far * Slope(route, place)), 0, _cover.Effects[project]);
            }
        }

        for (var project = 0; project < _forNeed.Length; project++)
        {
            for (var place = 0; place < _forNeed[project].Length; place++) _forNeed[project][place] = Math.Max(0, _forNeed[project][place] - (far * Lack(project, place)));
        }

        return true;

        double Slope(int route, int place) => may[_members[route][place].Project] ? left[route] * (_taken[_members[route][place].Project] - (_wanted[route][place] ? 1 : 0)) : 0;
        double Lack(int project, int place) => may[project] && may[_rules.Requires[project][place]] ? _taken[_rules.Requires[project][place]] - _taken[project] : 0;
        static double Square(double number) => number * number;
    }
}
