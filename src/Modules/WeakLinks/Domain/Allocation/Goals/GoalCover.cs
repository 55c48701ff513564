using Noroshi.Storage;

namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// What is optimised: Σ over goals of weight × what a choice reaches of the goal ÷ the best that could be reached of it alone. Where security is all that
/// counts it is the fall of the risk itself, in million USD per year.
/// </summary>
internal sealed class GoalCover
{
    private readonly List<(Goal Goal, double Weight, double Best, RouteCover Cover)> _goals = [];

    private GoalCover(RouteCover cover, IReadOnlyList<Route> routes) => (Cover, Routes) = (cover, routes);

    internal RouteCover Cover { get; private set; }

    /// <summary>The routes behind the weights of <see cref="Cover"/>.</summary>
    internal IReadOnlyList<Route> Routes { get; private set; }

    /// <summary>Whether the objective is a share of the best of several goals rather than money.</summary>
    internal bool IsShare { get; private set; }

    /// <summary>Weighs what each goal says of the projects; weights are brought to a sum of one.</summary>
    /// <exception cref="RefusalException">A goal that counts is served by no project.</exception>
    internal static GoalCover Weigh(IReadOnlyDictionary<Goal, double> weights, Func<Goal, (RouteCover Cover, IReadOnlyList<Route> Routes)> of, Func<Goal, Choice> best)
    {
        var sum = weights.Values.Sum();
        if (weights.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToList() is [Goal.Security])
        {
            var (own, routes) = of(Goal.Security);
            return new GoalCover(own, routes);
        }

        List<(Goal Goal, double Weight, double Best, RouteCover Cover, IReadOnlyList<Route> Routes)> goals = [];
        foreach (var (goal, weight) in weights.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key))
        {
            var (cover, routes) = of(goal);
            var alone = best(goal).Objective;
            if (!(alone > 0)) throw new RefusalException($"The goal {Word(goal)} has a weight, but no project that the budget allows serves it. Give it the weight 0, or record what it needs.", RefusalException.Input);
            goals.Add((goal, weight / sum, alone, cover, routes));
        }

        // Routes of all goals side by side; what does not run over routes is added up.
        var first = 0;
        var lists = goals[0].Cover.Routes.Select(_ => new List<int>()).ToArray();
        List<double> all = [];
        var plain = new double[lists.Length];
        foreach (var (_, weight, alone, cover, _) in goals)
        {
            all.AddRange(cover.Weights.Select(each => each * weight / alone));
            for (var project = 0; project < lists.Length; project++)
            {
                lists[project].AddRange(cover.Routes[project].Select(route => route + first));
                plain[project] += cover.Plain[project] * weight / alone;
            }

            first += cover.Weights.Length;
        }

        var joined = new GoalCover(new RouteCover([.. all], goals[0].Cover.Effects, [.. lists.Select(list => list.ToArray())]) { Plain = plain }, [.. goals.SelectMany(goal => goal.Routes)]) { IsShare = true };
        joined._goals.AddRange(goals.Select(goal => (goal.Goal, goal.Weight, goal.Best, goal.Cover)));
        return joined;
    }

    /// <summary>What a choice reaches of each goal that counts; empty where security is all that counts.</summary>
    internal IReadOnlyList<GoalStanding> Standings(IReadOnlyList<int> chosen) => [.. _goals.Select(goal => new GoalStanding(goal.Goal, goal.Weight, goal.Best, goal.Cover.Of(chosen)))];

    /// <summary>The goal as it is written in options and files.</summary>
    internal static string Word(Goal goal) => goal switch
    {
        Goal.Security => "security",
        Goal.Majority => "majority",
        Goal.Economy => "economy",
        _ => "stability",
    };
}
