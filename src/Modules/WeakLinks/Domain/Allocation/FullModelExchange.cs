namespace Noroshi.WeakLinks.Domain;

/// <summary>One exchange that the surrogate does not ask for, but under which more is removed in the full model: a reason to look twice.</summary>
/// <remarks>Leave is null where the project only enters. What is removed more is in million USD per year, measured in other worlds than those that found it.</remarks>
internal sealed record FullModelExchange(int? Leave, int Enter, Interval More)
{
    // A try costs a wave through all nodes and arcs for every sixty-four worlds; this many steps are given to all tries together.
    private const double Steps = 2e8;

    /// <summary>The best of the likeliest exchanges; null where none is better beyond the error of sampling.</summary>
    internal static FullModelExchange? Find(ReachQuestion question, IReadOnlyList<Project> projects, RouteCover cover, AllocationRules rules, int[] chosen, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var most = (int)Math.Clamp(Steps / ((question.Graph.NodeCount + (double)question.Graph.ArcCount) * Math.Ceiling(worlds / 64.0)), 10, 200);
        var tries = from leave in chosen.Select(project => (int?)project).Prepend(null)
                    from enter in Enumerable.Range(0, projects.Count)
                    where !chosen.Contains(enter)
                    let set = chosen.Where(project => project != leave).Append(enter).ToHashSet()
                    where rules.Holds(set)
                    orderby cover.Of(set) descending, leave, enter
                    select (Leave: leave, Enter: enter, Set: set);
        var stands = question.Hardened(Allocation.Factors(projects, chosen));
        (int? Leave, int Enter, ReachQuestion After)? found = null;
        var best = 0.0;
        foreach (var (leave, enter, set) in tries.Take(most))
        {
            var after = question.Hardened(Allocation.Factors(projects, set.Order()));
            var more = PairedRisk.Removed(stands, after, seed, worlds, threads, cancel);
            if (more.Low > 0 && more.Mean > best) (found, best) = ((leave, enter, after), more.Mean);
        }

        // The best of many looks better than it is; other worlds must say so too.
        if (found is not { } kept) return null;
        var confirmed = PairedRisk.Removed(stands, kept.After, seed + 1, worlds, threads, cancel);
        return confirmed.Low > 0 ? new FullModelExchange(kept.Leave, kept.Enter, confirmed) : null;
    }
}
