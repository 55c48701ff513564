namespace Noroshi.WeakLinks.Domain;

/// <summary>What a choice must hold to: the budget in million USD, the tied share of what is spent, floors and caps, one project a group, prerequisites first.</summary>
internal sealed class AllocationRules
{
    // Costs are decimals of people; a sum of them may miss the budget by rounding alone.
    private const double Rounding = 1e-9;

    internal AllocationRules(IReadOnlyList<Project> projects, double budget, double? tiedMost, IReadOnlyList<SpendLimit>? limits = null)
    {
        (Budget, TiedMost) = (budget, tiedMost);
        Slack = Rounding * Math.Max(1, budget);
        Cost = [.. projects.Select(project => project.Cost)];
        Excess = [.. projects.Select(project => tiedMost is null ? 0 : ((project.Tied ?? 0) - tiedMost.Value) * project.Cost)];
        var places = projects.Select((project, place) => (project.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        Requires = [.. projects.Select(project => project.Requires.Select(id => places[id]).Distinct().ToArray())];
        var neededBy = Requires.SelectMany((needed, project) => needed.Select((other, place) => (other, project, place))).ToLookup(each => each.other, each => (each.project, each.place));
        NeededBy = [.. Enumerable.Range(0, projects.Count).Select(project => neededBy[project].ToArray())];
        var groups = projects.Select((project, place) => (project.Group, place)).Where(pair => pair.Group.Length > 0).ToLookup(pair => pair.Group, pair => pair.place, StringComparer.Ordinal);
        var names = projects.Select(project => project.Group).Where(group => group.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Group = [.. projects.Select(project => names.IndexOf(project.Group))];
        Rivals = [.. projects.Select((project, place) => project.Group.Length == 0 ? [] : groups[project.Group].Where(other => other != place).ToArray())];
        Limits = limits ?? [];
        var limited = Limits.SelectMany((limit, place) => limit.Projects.Select(project => (project, place))).ToLookup(pair => pair.project, pair => pair.place);
        LimitsOf = [.. Enumerable.Range(0, projects.Count).Select(project => limited[project].ToArray())];
    }

    internal double Budget { get; }

    /// <summary>What rounding may add to sums.</summary>
    internal double Slack { get; }

    /// <summary>The budget with what rounding may add; bounds count with it.</summary>
    internal double Money => Budget + Slack;

    internal double? TiedMost { get; }

    internal double[] Cost { get; }

    /// <summary>Tied money above the share that is allowed; a choice must not be positive in sum.</summary>
    internal double[] Excess { get; }

    internal int[][] Requires { get; }

    /// <summary>The other way round: who needs a project, and where it stands in his list.</summary>
    internal (int Project, int Place)[][] NeededBy { get; }

    /// <summary>Those of the same group, of which one at most is chosen.</summary>
    internal int[][] Rivals { get; }

    /// <summary>The group by number, −1 for none.</summary>
    internal int[] Group { get; }

    internal IReadOnlyList<SpendLimit> Limits { get; }

    /// <summary>The limits that a project falls under, by place.</summary>
    internal int[][] LimitsOf { get; }

    internal int Count => Cost.Length;

    internal bool Affords(double cost) => cost <= Money;

    internal bool TiedHolds(double excess) => excess <= Slack;

    internal bool Holds(IReadOnlyCollection<int> chosen) =>
        Affords(chosen.Sum(project => Cost[project])) && TiedHolds(chosen.Sum(project => Excess[project]))
        && chosen.All(project => Requires[project].All(chosen.Contains) && !Rivals[project].Any(chosen.Contains))
        && CapsHold(chosen) && FloorsHold(chosen);

    internal bool CapsHold(IReadOnlyCollection<int> chosen) => Limits.Count == 0 || Spent(chosen).Zip(Limits).All(pair => pair.First <= pair.Second.Most + Slack);

    internal bool FloorsHold(IReadOnlyCollection<int> chosen) => Limits.Count == 0 || Spent(chosen).Zip(Limits).All(pair => pair.First >= pair.Second.Least - Slack);

    /// <summary>What a choice spends under each limit.</summary>
    internal double[] Spent(IEnumerable<int> chosen)
    {
        var spent = new double[Limits.Count];
        foreach (var project in chosen)
        {
            foreach (var limit in LimitsOf[project]) spent[limit] += Cost[project];
        }

        return spent;
    }

    /// <summary>Whether no two of a group would be chosen.</summary>
    internal bool Agree(HashSet<int> chosen, List<int> more) => more.TrueForAll(project => !Rivals[project].Any(rival => chosen.Contains(rival) || more.Contains(rival)));

    /// <summary>What could still be bought, at the gains of what is left.</summary>
    internal Relaxation Offers(RouteCover cover, double[] left, HashSet<int>? chosen = null)
    {
        var relaxation = new Relaxation();
        for (var project = 0; project < Count; project++)
        {
            if (chosen?.Contains(project) != true && Affords(Cost[project])) relaxation.Add(project, Group[project], cover.Gain(project, left), Cost[project], Excess[project]);
        }

        return relaxation;
    }

    /// <summary>A project with what it still needs, what is needed first.</summary>
    internal List<int> WithNeeds(int project, HashSet<int> chosen)
    {
        if (Requires[project].Length == 0) return [project];
        List<int> bundle = [];
        var stack = new Stack<(int Project, bool Done)>([(project, false)]);
        while (stack.TryPop(out var top))
        {
            if (chosen.Contains(top.Project) || bundle.Contains(top.Project)) continue;
            if (top.Done)
            {
                bundle.Add(top.Project);
                continue;
            }

            stack.Push((top.Project, true));
            foreach (var needed in Requires[top.Project]) stack.Push((needed, false));
        }

        return bundle;
    }
}
