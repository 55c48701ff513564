namespace Noroshi.WeakLinks.Domain;

/// <summary>What is chosen when one of the reasons for aid weighs half as much or half as much again.</summary>
/// <remarks>Entered and left are places of projects against the choice that stands; kept is the part of its cost that is chosen still (1 where it costs nothing).</remarks>
internal sealed record WeighedChoice(Goal Goal, double Factor, IReadOnlyList<int> Entered, IReadOnlyList<int> Left, double Kept)
{
    private static readonly double[] _factors = [0.5, 1.5];

    /// <summary>Every reason that counts, both ways; empty where one alone counts, because then its weight changes nothing.</summary>
    internal static IReadOnlyList<WeighedChoice> Run(ReachQuestion question, AllocationAsk ask, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var weights = ask.Weights.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).ToDictionary();
        if (weights.Count < 2) return [];
        var desk = new GoalDesk(MonteCarlo.Run(question, seed, worlds, threads, links: false, cancel), ask, seed, worlds, threads, cancel);
        var stands = Allocation.Best(desk.Weigh(weights).Cover, ask.Rules, cancel).Projects;
        var cost = stands.Sum(project => ask.Projects[project].Cost);
        List<WeighedChoice> all = [];
        foreach (var goal in weights.Keys)
        {
            foreach (var factor in _factors)
            {
                var chosen = Allocation.Best(desk.Weigh(new Dictionary<Goal, double>(weights) { [goal] = weights[goal] * factor }).Cover, ask.Rules, cancel).Projects;
                var kept = stands.Intersect(chosen).Sum(project => ask.Projects[project].Cost);
                all.Add(new WeighedChoice(goal, factor, [.. chosen.Except(stands).Order()], [.. stands.Except(chosen).Order()], cost > 0 ? kept / cost : 1));
            }
        }

        return all;
    }
}
