using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;

namespace Noroshi.WeakLinks.Answers;

/// <summary>What is left of the answer when the assumptions change, and whether it bears a decision.</summary>
internal sealed record SensitivityAnswer(
    MoneyFigure Risk,
    bool Decision,
    string? Banner,
    double LowestOverlap,
    double LeastOverlap,
    IReadOnlyList<SensitivityAnswer.Changed> Variants,
    IReadOnlyList<SensitivityAnswer.Moved> TopFive,
    IReadOnlyList<SensitivityAnswer.Weighed> Weights,
    string Viewpoint,
    string Susceptibility,
    long Worlds,
    ulong Seed,
    string Version)
{
    /// <summary>One changed assumption: the risk then, what is left of the first ten, Kendall's τ (null where undefined).</summary>
    internal sealed record Changed(string Kind, string Name, MoneyFigure Risk, double Overlap, double? Tau);

    /// <summary>An assumption and how far it moves the risk over its range.</summary>
    internal sealed record Moved(string Parameter, double Effect, double Spread, string Unit);

    /// <summary>A reason for aid that weighs half as much (0.5) or half as much again (1.5): the projects that enter and leave, and the part of what was proposed that stays, by cost.</summary>
    internal sealed record Weighed(string Goal, double Factor, IReadOnlyList<string> Entered, IReadOnlyList<string> Left, double Kept);

    internal static SensitivityAnswer Find(ModelRequest request, AllocationAsk? plan, long worlds, CancellationToken cancel)
    {
        var report = SensitivityReport.Run(request.Model, request.Question, request.Declared, request.Seed, worlds, request.Threads, cancel);
        return new SensitivityAnswer(
            MoneyFigure.Of(report.Risk),
            report.Decides,
            Said(report),
            report.LowestOverlap,
            SensitivityReport.LeastOverlap,
            [.. report.Variants.Select(variant => new Changed(variant.Kind, variant.Name, MoneyFigure.Of(variant.Risk), variant.Overlap, variant.Tau))],
            [.. report.Effects.Take(5).Select(effect => new Moved(effect.Parameter, effect.Mean, effect.Spread, MoneyFigure.Yearly))],
            plan is null ? [] : [.. WeighedChoice.Run(request.Question, plan, request.Seed, worlds, request.Threads, cancel).Select(one => new Weighed(
                GoalCover.Word(one.Goal), one.Factor, [.. one.Entered.Select(place => plan.Projects[place].Id)], [.. one.Left.Select(place => plan.Projects[place].Id)], one.Kept))],
            request.Viewpoint,
            request.Declared.Name,
            worlds,
            request.Seed,
            WeakLinksJson.Version);
    }

    private static string? Said(SensitivityReport report) => report.Decides ? null
        : report.Risk.Mean <= 0 ? "No decision: no risk was found in these worlds, so there is nothing to rank."
        : $"No decision: when assumptions change, only {WeakLinksJson.Percent(report.LowestOverlap)} of the ten weakest links stay among them.";
}
