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

    internal static RiskStudy Run(string id, string title, DateTimeOffset madeAt, string madeBy, bool exercise, ModelRequest request, AllocationAsk? plan, IReadOnlyList<RiskStudy.Input> inputs, Action<StudyStep> told, CancellationToken cancel)
    {
        told(StudyStep.Sampling);
        var model = request.Model;
        var estimate = MonteCarlo.Run(request.Question, request.Seed, request.Worlds, request.Threads, links: true, cancel);
        var analysis = AnalysisAnswer.Of(request, estimate, Listed, Credited, cancel);
        told(StudyStep.Drawing);
        var drawn = DrawnRisks.Run(model, request.Question, request.Seed, request.Threads, cancel);
        int[] ten = [.. estimate.RankedLinks().Take(Weakest)];
        var routes = Routes(estimate, ten);
        if (plan is not null) told(StudyStep.Choosing);
        var allocation = plan is null ? null : AllocationAnswer.Find(request, plan, cancel);
        told(StudyStep.Changing);
        var sensitivity = SensitivityAnswer.Find(request, plan, Math.Min(request.Worlds, SensitivityWorlds), cancel);
        HashSet<string> chosen = [.. allocation?.Chosen ?? []];
        return new RiskStudy(
            id,
            title,
            madeAt,
            madeBy,
            exercise,
            inputs,
            new RiskStudy.Spread(drawn.Low, drawn.High, drawn.Draws, MoneyFigure.Yearly),
            [.. ten.Select((node, place) => Told(model, node, estimate.ShareAsLink(node), drawn.TopTen[node], routes[place]))],
            analysis,
            [.. (plan?.Projects ?? []).Select(project => Told(project, model, chosen.Contains(project.Id)))],
            allocation,
            sensitivity,
            [.. analysis.Links.Where(link => !link.Entry && link.Owner.Length > 0).GroupBy(link => link.Owner, StringComparer.Ordinal)
                .Select(owner => new RiskStudy.Held(owner.Key, owner.Max(link => link.Share), owner.Count())).OrderByDescending(held => held.LargestShare).ThenBy(held => held.Owner, StringComparer.Ordinal)],
            Names(model, analysis, plan?.Projects ?? []));
    }

    // Names of what is listed; a large graph has far more.
    private static Dictionary<string, RiskStudy.Called> Names(LinkModel model, AnalysisAnswer analysis, IReadOnlyList<Project> projects)
    {
        HashSet<string> listed = [.. analysis.Links.Select(link => link.Id), .. analysis.Routes.SelectMany(way => way.Nodes), .. analysis.Cuts.SelectMany(cut => cut.Nodes ?? [])];
        var nodes = model.Nodes.Where(node => node.Name is not null && listed.Contains(node.Id)).Select(node => (node.Id, node.Name));
        return nodes.Concat(projects.Where(project => project.Name is not null).Select(project => (project.Id, project.Name)))
            .DistinctBy(named => named.Id).ToDictionary(named => named.Id, named => new RiskStudy.Called(named.Name!.English, named.Name.Japanese), StringComparer.Ordinal);
    }

    private static RiskStudy.WeakLink Told(LinkModel model, int node, Interval share, double topTen, (Route Route, string Scenario)? way) => new(
        model.Nodes[node].Id, model.Nodes[node].Owner, model.Nodes[node].Sector, share.Mean, share.Low, share.High, topTen, way?.Route.Nodes.Select(place => model.Nodes[place].Id).ToList(), way?.Scenario);

    private static RiskStudy.Candidate Told(Project project, LinkModel model, bool chosen) => new(
        project.Id, project.Cost, project.Tied, project.Donor, project.Region, project.Group, project.Months,
        [.. project.Nodes.Select(node => model.Nodes[node].Owner).Where(owner => owner.Length > 0).Distinct(StringComparer.Ordinal)], project.Requires, project.Record.Length > 0 ? project.Record : null, chosen);

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
