namespace Noroshi.WeakLinks.Domain;

/// <summary>What each of the four reasons says of the projects, worked out once and weighed as often as asked.</summary>
internal sealed class GoalDesk(ReachEstimate estimate, AllocationAsk ask, ulong seed, long worlds, int threads, CancellationToken cancel)
{
    private readonly Dictionary<Goal, (RouteCover Cover, IReadOnlyList<Route> Routes)> _goals = [];
    private readonly Dictionary<Goal, Choice> _alone = [];

    /// <summary>The probable routes of the question itself.</summary>
    internal RouteSample Sample { get; } = RouteSample.Take(estimate);

    internal GoalCover Weigh(IReadOnlyDictionary<Goal, double> weights) => GoalCover.Weigh(weights, Of, Alone);

    private Choice Alone(Goal goal) => _alone.TryGetValue(goal, out var known) ? known : _alone[goal] = Allocation.Best(Of(goal).Cover, ask.Rules, cancel);

    private (RouteCover Cover, IReadOnlyList<Route> Routes) Of(Goal goal) => _goals.TryGetValue(goal, out var known) ? known : _goals[goal] = goal switch
    {
        Goal.Security => (Sample.Cover(ask.Projects), Sample.Routes),
        Goal.Stability => OfWorld(),
        Goal.Economy => (Plainly([.. ask.Projects.Select(project => project.Tied!.Value * project.Cost)]), []),
        _ => (Plainly(ask.Majority), []),
    };

    private (RouteCover Cover, IReadOnlyList<Route> Routes) OfWorld()
    {
        var world = RouteSample.Take(MonteCarlo.Run(ask.World!, seed, worlds, threads, links: false, cancel));
        return (world.Cover(ask.Projects), world.Routes);
    }

    private RouteCover Plainly(double[] worth) => new RouteCover([], [.. ask.Projects.Select(project => project.Effect)], [.. ask.Projects.Select(_ => Array.Empty<int>())]) { Plain = worth };
}
