using Noroshi.WeakLinks.Answers;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Makes a study: the analysis, the draws behind it, the allocation where a budget is asked for, and the sensitivity, which is never left out.</summary>
internal static class MakeStudy
{
    private const int Listed = 100;
    private const int Weakest = 10;
    private const int Credited = 5;
    private const int RoutesEach = 3;
    private const long SensitivityWorlds = 2_000;

    internal static RiskStudy Run(string id, string title, DateTimeOffset madeAt, string madeBy, bool exercise, ModelRequest request, AllocationAsk? plan, IReadOnlyList<RiskStudy.Input> inputs, Action<string> told, CancellationToken cancel)
    {
        told("sampling worlds");
        var model = request.Model;
        var estimate = MonteCarlo.Run(request.Question, request.Seed, request.Worlds, request.Threads, links: true, cancel);
        var analysis = AnalysisAnswer.Of(request, estimate, Listed, Credited, cancel);
        told("drawing the assumptions");
        var drawn = DrawnRisks.Run(model, request.Question, request.Seed, request.Threads, cancel);
        HashSet<int> entries = [.. request.Question.Scenarios.SelectMany(scenario => scenario.Entries)];
        int[] ten = [.. estimate.Ranked().Where(node => !entries.Contains(node)).Take(Weakest)];
        var routes = Routes(estimate, ten);
        if (plan is not null) told("choosing projects");
        var allocation = plan is null ? null : AllocationAnswer.Find(request, plan, cancel);
        told("changing every assumption");
        var sensitivity = SensitivityAnswer.Find(request, Math.Min(request.Worlds, SensitivityWorlds), cancel);
        HashSet<string> chosen = [.. allocation?.Chosen ?? []];
        return new RiskStudy(
            id,
            title,
            madeAt,
            madeBy,
            exercise,
            inputs,
            new RiskStudy.Spread(drawn.Low, drawn.High, drawn.Draws, MoneyFigure.Yearly),
            [.. ten.Select((node, place) => Told(model, node, estimate.Share(node), drawn.TopTen[node], routes[place]))],
            analysis,
            [.. (plan?.Projects ?? []).Select(project => Told(project, model, chosen.Contains(project.Id)))],
            allocation,
            sensitivity,
            [.. analysis.Links.Where(link => !link.Entry && link.Owner.Length > 0).GroupBy(link => link.Owner, StringComparer.Ordinal)
                .Select(owner => new RiskStudy.Held(owner.Key, owner.Max(link => link.Share), owner.Count())).OrderByDescending(held => held.LargestShare).ThenBy(held => held.Owner, StringComparer.Ordinal)]);
    }

    private static RiskStudy.WeakLink Told(LinkModel model, int node, Interval share, double topTen, (Route Route, string Scenario)? way) => new(
        model.Nodes[node].Id, model.Nodes[node].Owner, model.Nodes[node].Sector, share.Mean, share.Low, share.High, topTen, way?.Route.Nodes.Select(place => model.Nodes[place].Id).ToList(), way?.Scenario);

    private static RiskStudy.Candidate Told(Project project, LinkModel model, bool chosen) => new(
        project.Id, project.Cost, project.Tied, project.Donor, project.Region, project.Group, project.Months,
        [.. project.Nodes.Select(node => model.Nodes[node].Owner).Where(owner => owner.Length > 0).Distinct(StringComparer.Ordinal)], project.Requires, chosen);

    // Of each link the route on which most of the expected loss runs, among the probable routes to the costliest targets.
    private static (Route Route, string Scenario)?[] Routes(ReachEstimate estimate, int[] links)
    {
        var (question, finder) = (estimate.Question, new RouteFinder(estimate.Question));
        var costliest = from scenario in Enumerable.Range(0, question.Scenarios.Count)
                        from place in Enumerable.Range(0, question.Targets.Length)
                        let cost = question.Scenarios[scenario].Rate * question.Value[question.Targets[place]] * estimate.Probability(scenario, place)
                        where cost > 0
                        orderby cost descending, scenario, place
                        select (Scenario: question.Scenarios[scenario], Target: question.Targets[place]);
        var ways = costliest.Take(20).SelectMany(each => finder.Find(each.Scenario, each.Target, RoutesEach).Select(route =>
            (Route: route, Scenario: each.Scenario.Id, Loss: each.Scenario.Rate * question.Value[each.Target] * route.Probability))).OrderByDescending(way => way.Loss).ToList();
        return [.. links.Select(link => ways.FirstOrDefault(way => way.Route.Nodes.Contains(link)) is { Route: { } route } found ? (route, found.Scenario) : ((Route, string)?)null)];
    }
}
