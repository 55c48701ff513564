namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// What money could buy at most when projects could be bought in parts: the linear program behind the bounds. Of a group parts of one project only (the upper
/// hull of the group, as in the multiple-choice knapsack); tied money above its share has a price, and any price gives a bound (Lagrange).
/// </summary>
internal sealed class Relaxation
{
    private const int Halvings = 30;

    private readonly List<Offer> _offers = [];
    private readonly List<(double Ratio, double Net, double Cost, double Excess)> _parts = [];
    private readonly List<(int Group, double Net, double Cost, double Excess)> _grouped = [];

    private readonly record struct Offer(int Group, double Gain, double Cost, double Excess);

    internal void Clear() => _offers.Clear();

    /// <summary>Adds what may be bought; the group is −1 where the project has none.</summary>
    internal void Add(int group, double gain, double cost, double excess) => _offers.Add(new Offer(group, gain, cost, excess));

    /// <summary>The bound at a price, and the excess of tied money that its solution has; <paramref name="excess"/> is what was chosen already.</summary>
    internal (double Bound, double Excess) At(double price, double money, double excess)
    {
        _parts.Clear();
        _grouped.Clear();
        foreach (var offer in _offers)
        {
            var net = offer.Gain - (price * offer.Excess);
            if (net <= 0) continue;
            if (offer.Group < 0) _parts.Add((offer.Cost > 0 ? net / offer.Cost : double.MaxValue, net, offer.Cost, offer.Excess));
            else _grouped.Add((offer.Group, net, offer.Cost, offer.Excess));
        }

        AddHulls();
        _parts.Sort(static (one, other) => other.Ratio.CompareTo(one.Ratio));
        var (sum, over) = (-price * excess, excess);
        foreach (var (_, net, cost, more) in _parts)
        {
            if (cost > money)
            {
                var part = Math.Max(0, money) / cost;
                return (sum + (net * part), over + (more * part));
            }

            sum += net;
            over += more;
            money -= cost;
        }

        return (sum, over);
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
        _grouped.Sort(static (one, other) => one.Group != other.Group ? one.Group.CompareTo(other.Group) : one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : other.Net.CompareTo(one.Net));
        List<(double Net, double Cost, double Excess)> hull = [];
        for (var place = 0; place < _grouped.Count;)
        {
            var group = _grouped[place].Group;
            hull.Clear();
            hull.Add((0, 0, 0));
            for (; place < _grouped.Count && _grouped[place].Group == group; place++)
            {
                var (_, net, cost, excess) = _grouped[place];
                if (net <= hull[^1].Net) continue;
                while (hull.Count > 1 && Steeper(hull[^2], hull[^1], net, cost)) hull.RemoveAt(hull.Count - 1);
                hull.Add((net, cost, excess));
            }

            for (var step = 1; step < hull.Count; step++)
            {
                var (net, cost, excess) = (hull[step].Net - hull[step - 1].Net, hull[step].Cost - hull[step - 1].Cost, hull[step].Excess - hull[step - 1].Excess);
                _parts.Add((cost > 0 ? net / cost : double.MaxValue, net, cost, excess));
            }
        }
    }

    // Whether the way to the new point leaves the last one below or on it.
    private static bool Steeper((double Net, double Cost, double Excess) before, (double Net, double Cost, double Excess) last, double net, double cost) =>
        (net - last.Net) * (last.Cost - before.Cost) >= (last.Net - before.Net) * (cost - last.Cost);
}
