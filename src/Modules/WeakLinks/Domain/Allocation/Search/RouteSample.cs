namespace Noroshi.WeakLinks.Domain;

/// <summary>The most probable routes to the targets that cost most, each with its part of the risk of its target.</summary>
/// <remarks>
/// A route's weight is the sampled risk of its scenario and target, divided in proportion to the probabilities of the routes: where one route is all there is
/// it is the risk itself, where routes overlap nothing is counted twice. <c>Covered</c> says which part of the risk the targets hold.
/// </remarks>
internal sealed record RouteSample(IReadOnlyList<Route> Routes, double[] Weights, double Covered)
{
    // On large graphs every alternative route costs several searches.
    private const int LargeGraph = 5_000;

    internal static RouteSample Take(ReachEstimate estimate)
    {
        var question = estimate.Question;
        var large = question.Graph.NodeCount > LargeGraph;
        var (mostTargets, mostRoutes) = large ? (20, 3) : (200, 8);
        var finder = new RouteFinder(question);
        var (routes, weights) = (new List<Route>(), new List<double>());
        var costs = from scenario in Enumerable.Range(0, question.Scenarios.Count)
                    from place in Enumerable.Range(0, question.Targets.Length)
                    let cost = question.Scenarios[scenario].Rate * question.Value[question.Targets[place]] * estimate.Probability(scenario, place)
                    where cost > 0
                    orderby cost descending, scenario, place
                    select (Scenario: scenario, Target: question.Targets[place], Cost: cost);
        var covered = 0.0;
        foreach (var (scenario, target, cost) in costs.Take(mostTargets).ToList())
        {
            var found = finder.Find(question.Scenarios[scenario], target, mostRoutes);
            var together = found.Sum(route => route.Probability);
            routes.AddRange(found);
            weights.AddRange(found.Select(route => cost * route.Probability / together));
            covered += cost;
        }

        return new RouteSample(routes, [.. weights], estimate.Risk.Mean > 0 ? Math.Min(1, covered / estimate.Risk.Mean) : 0);
    }

    /// <summary>The surrogate over projects; a project lies on a route when one of its nodes does.</summary>
    internal RouteCover Cover(IReadOnlyList<Project> projects)
    {
        var byNode = Routes.SelectMany((route, place) => route.Nodes.Select(node => (node, place))).ToLookup(pair => pair.node, pair => pair.place);
        return new RouteCover(Weights, [.. projects.Select(project => project.Effect)], [.. projects.Select(project => project.Nodes.SelectMany(node => byNode[node]).Distinct().Order().ToArray())]);
    }
}
