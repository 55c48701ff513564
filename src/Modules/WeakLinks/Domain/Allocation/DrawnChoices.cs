namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// The choice under many draws of the parameters: in how many each project is chosen (1: whatever is assumed; 0.5: it hangs on the assumptions), and what a
/// choice is worth over all draws, in the mean and in the worst tenth of them (CVaR₁₀).
/// </summary>
internal sealed class DrawnChoices
{
    // Enough to close small choices; on large ones the local search decides.
    private const long Branches = 2_000;
    private const double Enough = 1e-4;

    private readonly RouteCover[] _covers;
    private readonly int[][] _choices;

    private DrawnChoices(RouteCover[] covers, int[][] choices) => (_covers, _choices) = (covers, choices);

    internal static DrawnChoices Draw(LinkModel model, ReachQuestion question, GoalCover goals, IReadOnlyList<Project> projects, AllocationRules rules, ulong seed, int draws, int threads, CancellationToken cancel)
    {
        var (cover, routes) = (goals.Cover, goals.Routes);
        int[][] rows = [.. routes.Select(route => Rows(question, route))];
        var (covers, choices) = (new RouteCover[draws], new int[draws][]);
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel }, draw =>
        {
            var parameters = new ParameterDraw(model, seed, draw);
            double[] weights = [.. routes.Select((route, place) => cover.Weights[place] * parameters.ValueFactor(route.Nodes[^1]) * Probability(parameters, route, rows[place]) / route.Probability)];
            covers[draw] = cover with { Weights = weights, Effects = [.. projects.Select(parameters.Effect)] };
            choices[draw] = BranchAndBound.Find(covers[draw], rules, LocalSearch.Find(covers[draw], rules, Enough), Branches, Enough, cancel).Projects;
        });
        return new DrawnChoices(covers, choices);
    }

    /// <summary>By project, from 0 to 1.</summary>
    internal double[] Frequency()
    {
        var counts = new double[_covers[0].Effects.Length];
        foreach (var project in _choices.SelectMany(each => each)) counts[project]++;
        return [.. counts.Select(count => count / _choices.Length)];
    }

    /// <summary>What a choice is worth over the draws, in the unit of the objective.</summary>
    internal (double Mean, double WorstTenth) Worth(IReadOnlyList<int> chosen)
    {
        double[] worth = [.. _covers.Select(cover => cover.Of(chosen)).Order()];
        return (worth.Average(), worth.Take(Math.Max(1, worth.Length / 10)).Average());
    }

    /// <summary>Of the choices of all draws and the one that stands, the best in the mean or in the worst tenth; the one that stands where others are equal.</summary>
    internal int[] Best(int[] stands, Preference by) => by == Preference.Middle ? stands
        : _choices.Prepend(stands).DistinctBy(choice => string.Join(' ', choice)).Select(choice => (choice, Worth: Worth(choice)))
            .MaxBy(each => by == Preference.Mean ? each.Worth.Mean : each.Worth.WorstTenth).choice;

    private static double Probability(ParameterDraw parameters, Route route, int[] rows) =>
        route.Nodes.Aggregate(1.0, (product, node) => product * parameters.NodeChance(node)) * rows.Aggregate(1.0, (product, row) => product * parameters.ArcChance(row));

    private static int[] Rows(ReachQuestion question, Route route) =>
        [.. Enumerable.Range(1, route.Nodes.Length - 1).Select(place => Likeliest(question, route.Nodes[place - 1], route.Nodes[place]))];

    private static int Likeliest(ReachQuestion question, int from, int to) =>
        Enumerable.Range(question.Graph.Offsets[from], question.Graph.Offsets[from + 1] - question.Graph.Offsets[from]).Where(arc => question.Graph.Heads[arc] == to)
            .Select(arc => question.Graph.Origin[arc]).MaxBy(row => question.ArcChance[row]);
}
