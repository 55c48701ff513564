namespace Noroshi.WeakLinks.Domain;

/// <summary>What is proposed for a budget, and how sure it is. An authority decides.</summary>
/// <remarks>The choice and its bound are those of the surrogate; removed is of the full model, in million USD per year. The price of tied money is what the surrogate loses by the constraint; null where there is none.</remarks>
internal sealed record Allocation(
    Choice Choice, Interval Removed, Interval Risk, double Cost, double? TiedShare, double? TiedPrice, double Covered, int Routes, double[] SelectionFrequency, FullModelExchange? Exchange)
{
    /// <summary>Up to so many projects the search goes on until nothing can be better, in the ordinary case.</summary>
    internal const int ExactProjects = 60;

    private const long ExchangeWorlds = 2_048;
    private const long BranchesOfFew = 3_000_000;
    private const long BranchesOfMany = 50_000;

    internal static Allocation Find(LinkModel model, ReachQuestion question, IReadOnlyList<Project> projects, AllocationRules rules, ulong seed, long worlds, int draws, int threads, CancellationToken cancel)
    {
        var estimate = MonteCarlo.Run(question, seed, worlds, threads, links: false, cancel);
        var sample = RouteSample.Take(estimate);
        var cover = sample.Cover(projects);
        var choice = Best(cover, rules, cancel);
        var chosen = choice.Projects;
        var removed = PairedRisk.Removed(question, question.Hardened(Factors(projects, chosen)), seed, worlds, threads, cancel);
        var cost = chosen.Sum(project => projects[project].Cost);
        double? tied = cost > 0 && chosen.All(project => projects[project].Tied is not null) ? chosen.Sum(project => projects[project].Tied!.Value * projects[project].Cost) / cost : null;
        double? price = rules.TiedMost is null ? null : Math.Max(0, Best(cover, new AllocationRules(projects, rules.Budget, tiedMost: null), cancel).Objective - choice.Objective);
        var frequency = Domain.SelectionFrequency.Count(model, question, sample, projects, rules, seed, draws, threads, cancel);
        var exchange = FullModelExchange.Find(question, projects, cover, rules, chosen, seed, Math.Min(worlds, ExchangeWorlds), threads, cancel);
        return new Allocation(choice, removed, estimate.Risk, cost, tied, price, sample.Covered, sample.Routes.Count, frequency, exchange);
    }

    /// <summary>The best choice of a surrogate, with its bound.</summary>
    internal static Choice Best(RouteCover cover, AllocationRules rules, CancellationToken cancel) =>
        BranchAndBound.Find(cover, rules, LocalSearch.Find(cover, rules), rules.Count <= ExactProjects ? BranchesOfFew : BranchesOfMany, cancel);

    /// <summary>By what each node's susceptibility is multiplied.</summary>
    internal static Dictionary<int, double> Factors(IReadOnlyList<Project> projects, IEnumerable<int> chosen)
    {
        var factors = new Dictionary<int, double>();
        foreach (var project in chosen)
        {
            foreach (var node in projects[project].Nodes) factors[node] = factors.GetValueOrDefault(node, 1) * (1 - projects[project].Effect);
        }

        return factors;
    }
}
