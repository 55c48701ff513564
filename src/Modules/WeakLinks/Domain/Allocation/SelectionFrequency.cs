namespace Noroshi.WeakLinks.Domain;

/// <summary>In how many of many draws of the parameters each project is chosen: 1 is chosen whatever is assumed, 0.5 hangs on the assumptions.</summary>
internal static class SelectionFrequency
{
    // Enough to close small choices; on large ones the local search decides.
    private const long Branches = 2_000;

    internal static double[] Count(LinkModel model, ReachQuestion question, RouteSample sample, IReadOnlyList<Project> projects, AllocationRules rules, ulong seed, int draws, int threads, CancellationToken cancel)
    {
        var cover = sample.Cover(projects);
        int[][] rows = [.. sample.Routes.Select(route => Rows(question, route))];
        var chosen = new int[draws][];
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel }, draw =>
        {
            var parameters = new ParameterDraw(model, seed, draw);
            double[] weights = [.. sample.Routes.Select((route, place) => cover.Weights[place] * parameters.ValueFactor(route.Nodes[^1]) * Probability(parameters, route, rows[place]) / route.Probability)];
            var drawn = cover with { Weights = weights, Effects = [.. projects.Select(parameters.Effect)] };
            chosen[draw] = BranchAndBound.Find(drawn, rules, LocalSearch.Find(drawn, rules), Branches, cancel).Projects;
        });
        var counts = new double[projects.Count];
        foreach (var project in chosen.SelectMany(each => each)) counts[project]++;
        return [.. counts.Select(count => count / draws)];
    }

    private static double Probability(ParameterDraw parameters, Route route, int[] rows) =>
        route.Nodes.Aggregate(1.0, (product, node) => product * parameters.NodeChance(node)) * rows.Aggregate(1.0, (product, row) => product * parameters.ArcChance(row));

    private static int[] Rows(ReachQuestion question, Route route) =>
        [.. Enumerable.Range(1, route.Nodes.Length - 1).Select(place => Likeliest(question, route.Nodes[place - 1], route.Nodes[place]))];

    private static int Likeliest(ReachQuestion question, int from, int to) =>
        Enumerable.Range(question.Graph.Offsets[from], question.Graph.Offsets[from + 1] - question.Graph.Offsets[from]).Where(arc => question.Graph.Heads[arc] == to)
            .Select(arc => question.Graph.Origin[arc]).MaxBy(row => question.ArcChance[row]);
}
