using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;

namespace Noroshi.WeakLinks.Answers;

/// <summary>What is proposed for a budget, with its bound and how often each project is chosen.</summary>
internal sealed record AllocationAnswer(
    IReadOnlyList<string> Chosen,
    double Objective,
    double Bound,
    double Gap,
    MoneyFigure Removed,
    IReadOnlyDictionary<string, double> SelectionFrequency,
    MoneyFigure Risk,
    double Cost,
    double Budget,
    double? RemovedPerMillion,
    AllocationAnswer.TiedMoney Tied,
    AllocationAnswer.Stand Surrogate,
    IReadOnlyList<AllocationAnswer.GoalReached> Goals,
    AllocationAnswer.Drawn Worth,
    IReadOnlyDictionary<string, double?> Yields,
    IReadOnlyList<AllocationAnswer.Phase> Phases,
    IReadOnlyList<AllocationAnswer.LimitSpent> Limits,
    AllocationAnswer.Other? Exchange,
    AllocationAnswer.EffectBasis Effects,
    int Draws,
    string Viewpoint,
    string Susceptibility,
    long Worlds,
    ulong Seed,
    string Version)
{
    /// <summary>Tied money as recorded: the share of the proposal, the largest allowed, and what the constraint costs in the unit of the objective.</summary>
    internal sealed record TiedMoney(double? Share, double? Most, double? Price, string Basis);

    /// <summary>What the surrogate stands on.</summary>
    internal sealed record Stand(int Routes, double Covered, string Unit);

    /// <summary>One of the four reasons for aid: its weight, the best of it alone, what is reached.</summary>
    internal sealed record GoalReached(string Goal, double Weight, double Best, double Reached, string Unit);

    /// <summary>What the proposal is worth over the draws, in the unit of the objective.</summary>
    internal sealed record Drawn(double Mean, double WorstTenth, string By);

    /// <summary>Projects that can begin together once those before are done; months from the beginning, null where a duration is not recorded.</summary>
    internal sealed record Phase(int Number, IReadOnlyList<string> Projects, double? FromMonth);

    /// <summary>A floor or cap and what is spent under it, in million USD; most is null where there is no cap.</summary>
    internal sealed record LimitSpent(string Kind, string Name, double Least, double? Most, double Spent);

    /// <summary>One exchange that the full model prefers.</summary>
    internal sealed record Other(string? Leave, string Enter, MoneyFigure RemovesMore);

    /// <summary>Whether effects stand as stated or as learnt from recorded projects, and then by which factor with the ends of its middle 90 %.</summary>
    internal sealed record EffectBasis(string Basis, int Projects, double Factor, double Low, double High)
    {
        internal const string Learnt = "learnt";

        internal static EffectBasis Of(Realisation? learnt) => learnt is { } known ? new(Learnt, known.Projects, known.Mean, known.Low, known.High) : new("stated", 0, 1, 1, 1);
    }

    internal static AllocationAnswer Find(ModelRequest request, AllocationAsk ask, CancellationToken cancel)
    {
        var (projects, rules) = (ask.Projects, ask.Rules);
        var found = Allocation.Find(request.Model, request.Question, ask, request.Seed, request.Worlds, request.Threads, cancel);
        var chosen = found.Choice.Projects;
        return new AllocationAnswer(
            [.. chosen.Select(place => projects[place].Id)],
            found.Choice.Objective,
            found.Choice.Bound,
            found.Choice.Gap,
            MoneyFigure.Of(found.Removed),
            projects.Select((project, place) => (project.Id, Value: found.SelectionFrequency[place])).ToDictionary(pair => pair.Id, pair => pair.Value),
            MoneyFigure.Of(found.Risk),
            found.Cost,
            rules.Budget,
            found.Cost > 0 ? found.Removed.Mean / found.Cost : null,
            new TiedMoney(found.TiedShare, rules.TiedMost, found.TiedPrice, "as recorded"),
            new Stand(found.Routes, found.Covered, found.ObjectiveIsShare ? "share of the best of each goal" : MoneyFigure.Yearly),
            [.. found.Goals.Select(goal => new GoalReached(GoalCover.Word(goal.Goal), goal.Weight, goal.Best, goal.Reached, Unit(goal.Goal)))],
            new Drawn(found.Worth.Mean, found.Worth.WorstTenth, Word(ask.By)),
            projects.Select((project, place) => (project.Id, Value: found.Yields[place])).ToDictionary(pair => pair.Id, pair => pair.Value),
            [.. Prerequisites.Phases(projects, chosen).Select(phase => new Phase(phase.Number, [.. phase.Projects.Select(place => projects[place].Id)], phase.FromMonth))],
            [.. rules.Limits.Zip(rules.Spent(chosen)).Select(pair => new LimitSpent(pair.First.Kind, pair.First.Name, pair.First.Least, double.IsInfinity(pair.First.Most) ? null : pair.First.Most, pair.Second))],
            found.Exchange is not { } other ? null : new Other(other.Leave is { } left ? projects[left].Id : null, projects[other.Enter].Id, MoneyFigure.Of(other.More)),
            EffectBasis.Of(ask.Learnt),
            ask.Draws,
            request.Viewpoint,
            request.Declared.Name,
            request.Worlds,
            request.Seed,
            WeakLinksJson.Version);
    }

    /// <summary>The preference as it is written in options.</summary>
    internal static string Word(Preference by) => by switch
    {
        Preference.Mean => "mean",
        Preference.WorstTenth => "cvar10",
        _ => "middle",
    };

    private static string Unit(Goal goal) => goal switch
    {
        Goal.Economy => "million USD",
        Goal.Majority => "sum of η·π",
        _ => MoneyFigure.Yearly,
    };
}
