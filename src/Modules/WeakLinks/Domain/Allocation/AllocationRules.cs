namespace Noroshi.WeakLinks.Domain;

/// <summary>What a choice must hold to: the budget in million USD, the tied share of what is spent, one project a group, prerequisites first.</summary>
internal sealed class AllocationRules
{
    // Costs are decimals of people; a sum of them may miss the budget by rounding alone.
    private const double Rounding = 1e-9;

    internal AllocationRules(IReadOnlyList<Project> projects, double budget, double? tiedMost)
    {
        (Budget, TiedMost) = (budget, tiedMost);
        Slack = Rounding * Math.Max(1, budget);
        Cost = [.. projects.Select(project => project.Cost)];
        Excess = [.. projects.Select(project => tiedMost is null ? 0 : ((project.Tied ?? 0) - tiedMost.Value) * project.Cost)];
        var places = projects.Select((project, place) => (project.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        Requires = [.. projects.Select(project => project.Requires.Select(id => places[id]).Distinct().ToArray())];
        var groups = projects.Select((project, place) => (project.Group, place)).Where(pair => pair.Group.Length > 0).ToLookup(pair => pair.Group, pair => pair.place, StringComparer.Ordinal);
        var names = projects.Select(project => project.Group).Where(group => group.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Group = [.. projects.Select(project => names.IndexOf(project.Group))];
        Rivals = [.. projects.Select((project, place) => project.Group.Length == 0 ? [] : groups[project.Group].Where(other => other != place).ToArray())];
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

    /// <summary>Those of the same group, of which one at most is chosen.</summary>
    internal int[][] Rivals { get; }

    /// <summary>The group by number, −1 for none.</summary>
    internal int[] Group { get; }

    internal int Count => Cost.Length;

    internal bool Affords(double cost) => cost <= Money;

    internal bool TiedHolds(double excess) => excess <= Slack;

    internal bool Holds(IReadOnlyCollection<int> chosen) =>
        Affords(chosen.Sum(project => Cost[project])) && TiedHolds(chosen.Sum(project => Excess[project]))
        && chosen.All(project => Requires[project].All(chosen.Contains) && !Rivals[project].Any(chosen.Contains));

    /// <summary>Whether no two of a group would be chosen.</summary>
    internal bool Agree(HashSet<int> chosen, List<int> more) => more.TrueForAll(project => !Rivals[project].Any(rival => chosen.Contains(rival) || more.Contains(rival)));

    /// <summary>What could still be bought, at the gains of what is left.</summary>
    internal Relaxation Offers(RouteCover cover, double[] left, HashSet<int>? chosen = null)
    {
        var relaxation = new Relaxation();
        for (var project = 0; project < Count; project++)
        {
            if (chosen?.Contains(project) != true && Affords(Cost[project])) relaxation.Add(Group[project], cover.Gain(project, left), Cost[project], Excess[project]);
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
