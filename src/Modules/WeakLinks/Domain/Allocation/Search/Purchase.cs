namespace Noroshi.WeakLinks.Domain;

/// <summary>A choice while it is made: what is chosen, what it costs, what routes have left.</summary>
internal sealed class Purchase(RouteCover cover, AllocationRules rules)
{
    private readonly double[] _spent = new double[rules.Limits.Count];

    internal HashSet<int> Chosen { get; } = [];

    internal double[] Left { get; } = (double[])cover.Weights.Clone();

    internal double Objective { get; private set; }

    internal double Cost { get; private set; }

    internal double Excess { get; private set; }

    /// <summary>What a project would bring and cost, with what it still needs.</summary>
    internal (double Gain, double Cost, double Excess) Offer(int project)
    {
        if (Complete(project)) return (cover.Gain(project, Left), rules.Cost[project], rules.Excess[project]);
        var (left, offer) = ((double[])Left.Clone(), (Gain: 0.0, Cost: 0.0, Excess: 0.0));
        foreach (var each in rules.WithNeeds(project, Chosen))
        {
            offer = (offer.Gain + cover.Gain(each, left), offer.Cost + rules.Cost[each], offer.Excess + rules.Excess[each]);
            cover.Take(each, left);
        }

        return offer;
    }

    /// <summary>Whether groups and caps allow a project with what it still needs.</summary>
    internal bool Allows(int project)
    {
        if (Complete(project)) return !Array.Exists(rules.Rivals[project], Chosen.Contains) && FitsCaps(project);
        var bundle = rules.WithNeeds(project, Chosen);
        return rules.Agree(Chosen, bundle) && (rules.Limits.Count == 0 || rules.CapsHold([.. Chosen, .. bundle]));
    }

    /// <summary>The projects under a floor that is not met yet; null where all are met.</summary>
    internal bool[]? Wanted()
    {
        var unmet = Enumerable.Range(0, _spent.Length).Where(limit => _spent[limit] < rules.Limits[limit].Least - rules.Slack).ToList();
        if (unmet.Count == 0) return null;
        var wanted = new bool[rules.Count];
        foreach (var project in unmet.SelectMany(limit => rules.Limits[limit].Projects)) wanted[project] = true;
        return wanted;
    }

    /// <summary>Buys a project; with what it still needs unless <paramref name="alone"/>.</summary>
    internal void Buy(int project, bool alone = false)
    {
        foreach (var each in alone || Complete(project) ? [project] : rules.WithNeeds(project, Chosen))
        {
            Objective += cover.Gain(each, Left);
            cover.Take(each, Left);
            Chosen.Add(each);
            Cost += rules.Cost[each];
            Excess += rules.Excess[each];
            foreach (var limit in rules.LimitsOf[each]) _spent[limit] += rules.Cost[each];
        }
    }

    private bool Complete(int project) => rules.Requires[project].Length == 0 || Array.TrueForAll(rules.Requires[project], Chosen.Contains);

    private bool FitsCaps(int project) => Array.TrueForAll(rules.LimitsOf[project], limit => _spent[limit] + rules.Cost[project] <= rules.Limits[limit].Most + rules.Slack);
}
