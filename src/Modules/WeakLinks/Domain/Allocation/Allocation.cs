using Noroshi.Storage;

namespace Noroshi.WeakLinks.Domain;

/// <summary>What is proposed for a budget, and how sure it is. An authority decides.</summary>
/// <remarks>
/// The choice and its bound are those of the surrogate; removed is of the full model, in million USD per year. The price of tied money is what the surrogate
/// loses by the constraint; null where there is none. Worth is over the draws, in the unit of the objective. Yields are million USD per year removed by each
/// project alone for a million USD, in the full model; null where it costs nothing, or the graph is too large to try each.
/// </remarks>
internal sealed record Allocation(
    Choice Choice, Interval Removed, Interval Risk, double Cost, double? TiedShare, double? TiedPrice, double Covered, int Routes, bool ObjectiveIsShare, IReadOnlyList<GoalStanding> Goals,
    double[] SelectionFrequency, (double Mean, double WorstTenth) Worth, double?[] Yields, FullModelExchange? Exchange)
{
    /// <summary>Up to so many projects the search goes on until nothing can be better, in the ordinary case.</summary>
    internal const int ExactProjects = 60;

    // With more projects a thousandth part is not worth the time; the bound says it.
    private const double EnoughOfMany = 1e-3;
    private const double Exact = 1e-12;
    private const long ExchangeWorlds = 2_048;
    private const double YieldSteps = 2e7;
    private const long BranchesOfFew = 500_000;
    private const long BranchesOfMany = 50_000;

    internal static Allocation Find(LinkModel model, ReachQuestion question, AllocationAsk ask, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var (projects, rules) = (ask.Projects, ask.Rules);
        var estimate = MonteCarlo.Run(question, seed, worlds, threads, links: false, cancel);
        var desk = new GoalDesk(estimate, ask, seed, worlds, threads, cancel);
        var (sample, goals) = (desk.Sample, desk.Weigh(ask.Weights));
        var middle = Best(goals.Cover, rules, cancel);
        if (!middle.IsKnown) throw new RefusalException("No choice was found that meets all floors within the budget, the caps and the tied share. Lower a floor or raise the budget.", RefusalException.Input);
        var draws = DrawnChoices.Draw(model, question, goals, projects, rules, seed, ask.Draws, threads, cancel);
        var chosen = draws.Best(middle.Projects, ask.By);
        var choice = new Choice(chosen, goals.Cover.Of(chosen), middle.Bound);
        var removed = PairedRisk.Removed(question, question.Hardened(Factors(projects, chosen)), seed, worlds, threads, cancel);
        var cost = chosen.Sum(project => projects[project].Cost);
        double? tied = cost > 0 && chosen.All(project => projects[project].Tied is not null) ? chosen.Sum(project => projects[project].Tied!.Value * projects[project].Cost) / cost : null;
        double? price = rules.TiedMost is null ? null : Math.Max(0, Best(goals.Cover, new AllocationRules(projects, rules.Budget, tiedMost: null, rules.Limits), cancel).Objective - choice.Objective);
        // On large graphs a try for every project would cost hours.
        var tried = (question.Graph.NodeCount + (double)question.Graph.ArcCount) * projects.Count <= YieldSteps;
        double?[] yields = [.. projects.Select((project, place) => tried && project.Cost > 0
            ? PairedRisk.Removed(question, question.Hardened(Factors(projects, [place])), seed, Math.Min(worlds, ExchangeWorlds), threads, cancel).Mean / project.Cost
            : (double?)null)];
        // Exchanges are about security; where other goals count too, the full model alone cannot say what is better.
        var exchange = goals.IsShare ? null : FullModelExchange.Find(question, projects, goals.Cover, rules, chosen, seed, Math.Min(worlds, ExchangeWorlds), threads, cancel);
        return new Allocation(
            choice, removed, estimate.Risk, cost, tied, price, sample.Covered, sample.Routes.Count, goals.IsShare, goals.Standings(chosen), draws.Frequency(), draws.Worth(chosen), yields, exchange);
    }

    /// <summary>The best choice of a surrogate, with its bound.</summary>
    internal static Choice Best(RouteCover cover, AllocationRules rules, CancellationToken cancel)
    {
        var (few, enough) = (rules.Count <= ExactProjects, rules.Count <= ExactProjects ? Exact : EnoughOfMany);
        return BranchAndBound.Find(cover, rules, LocalSearch.Find(cover, rules, enough), few ? BranchesOfFew : BranchesOfMany, enough, cancel);
    }

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
