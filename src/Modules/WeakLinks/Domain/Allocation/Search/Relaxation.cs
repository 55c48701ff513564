namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// What money could buy at most when projects could be bought in parts: the linear program behind the bounds. Of a group parts of one project only (the upper
/// hull of the group, as in the multiple-choice knapsack); tied money above its share has a price, and any price gives a bound (Lagrange).
/// </summary>
internal sealed class Relaxation
{
    private const int Halvings = 30;
    private const int Nobody = -1;

    private readonly List<Offer> _offers = [];
    private readonly List<Part> _parts = [];
    private readonly List<Offer> _grouped = [];
    private readonly List<Offer> _hull = [];
    private readonly Dictionary<int, double> _groupBest = [];
    private double _price;
    private double _moneyPrice;

    private readonly record struct Offer(int Project, int Group, double Gain, double Cost, double Excess);

    // A project, or the step in a group from a cheaper project to a dearer one.
    private readonly record struct Part(double Ratio, double Net, double Cost, double Excess, int Project, int Instead);

    internal void Clear() => _offers.Clear();

    /// <summary>Adds what may be bought; the group is −1 where the project has none.</summary>
    internal void Add(int project, int group, double gain, double cost, double excess) => _offers.Add(new Offer(project, group, gain, cost, excess));

    /// <summary>The bound at a price, and the excess of tied money that its solution has; <paramref name="excess"/> is what was chosen already.</summary>
    /// <remarks>Which part of each project is bought is written into <paramref name="taken"/> where it is given, by project, from 0 to 1.</remarks>
    internal (double Bound, double Excess) At(double price, double money, double excess, double[]? taken = null)
    {
        _parts.Clear();
        _grouped.Clear();
        foreach (var offer in _offers)
        {
            var net = offer.Gain - (price * offer.Excess);
            if (net <= 0) continue;
            if (offer.Group < 0) _parts.Add(new Part(offer.Cost > 0 ? net / offer.Cost : double.MaxValue, net, offer.Cost, offer.Excess, offer.Project, Nobody));
            else _grouped.Add(offer with { Gain = net });
        }

        AddHulls();
        _parts.Sort(static (one, other) => other.Ratio.CompareTo(one.Ratio));
        (_price, _moneyPrice) = (price, 0);
        var (sum, over) = (-price * excess, excess);
        foreach (var part in _parts)
        {
            var share = part.Cost <= money ? 1 : Math.Max(0, money) / part.Cost;
            sum += part.Net * share;
            over += part.Excess * share;
            money -= part.Cost;
            if (taken is not null)
            {
                taken[part.Project] += share;
                if (part.Instead != Nobody) taken[part.Instead] -= share;
            }

            if (share < 1)
            {
                _moneyPrice = part.Ratio;
                break;
            }
        }

        return (sum, over);
    }

    /// <summary>
    /// Names the projects whose purchase would bring the last <paramref name="bound"/> down to <paramref name="least"/> or below: money has its price at the
    /// end of the budget, and who is worth less than his cost at that price lowers the bound by the difference.
    /// </summary>
    internal void Hopeless(double bound, double least, List<int> found)
    {
        _groupBest.Clear();
        foreach (var offer in _offers)
        {
            if (offer.Group >= 0) _groupBest[offer.Group] = Math.Max(_groupBest.GetValueOrDefault(offer.Group), Surplus(offer));
        }

        foreach (var offer in _offers)
        {
            var surplus = Surplus(offer);
            // In a group the purchase also takes the place of the best of the group.
            var change = offer.Group < 0 ? Math.Min(0, surplus) : surplus - _groupBest[offer.Group];
            if (bound + change <= least) found.Add(offer.Project);
        }

        double Surplus(Offer offer) => offer.Gain - (_price * offer.Excess) - (_moneyPrice * offer.Cost);
    }

    /// <summary>The price at which the bound is lowest: just enough that tied money keeps to its share.</summary>
    internal double BestPrice(double money, double excess)
    {
        if (At(0, money, excess).Excess <= 0) return 0;
        var (low, high) = (0.0, 1e-3);
        while (At(high, money, excess).Excess > 0 && high < 1e12) high *= 2;
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            if (At(middle, money, excess).Excess > 0) low = middle;
            else high = middle;
        }

        return high;
    }

    // Of each group the steps of its upper hull, whose ratios fall: who buys a step has bought those before it.
    private void AddHulls()
    {
        if (_grouped.Count == 0) return;
        _grouped.Sort(static (one, other) => one.Group != other.Group ? one.Group.CompareTo(other.Group) : one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : other.Gain.CompareTo(one.Gain));
        for (var place = 0; place < _grouped.Count;)
        {
            var group = _grouped[place].Group;
            _hull.Clear();
            _hull.Add(new Offer(Nobody, group, 0, 0, 0));
            for (; place < _grouped.Count && _grouped[place].Group == group; place++)
            {
                var offer = _grouped[place];
                if (offer.Gain <= _hull[^1].Gain) continue;
                while (_hull.Count > 1 && Steeper(_hull[^2], _hull[^1], offer)) _hull.RemoveAt(_hull.Count - 1);
                _hull.Add(offer);
            }

            for (var step = 1; step < _hull.Count; step++)
            {
                var (before, now) = (_hull[step - 1], _hull[step]);
                var (net, cost) = (now.Gain - before.Gain, now.Cost - before.Cost);
                _parts.Add(new Part(cost > 0 ? net / cost : double.MaxValue, net, cost, now.Excess - before.Excess, now.Project, before.Project));
            }
        }
    }

    // Whether the way to the new point leaves the last one below or on it.
    private static bool Steeper(Offer before, Offer last, Offer next) =>
        (next.Gain - last.Gain) * (last.Cost - before.Cost) >= (last.Gain - before.Gain) * (next.Cost - last.Cost);
}
