using System.Globalization;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Reading;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Asking;

/// <summary>Reads the projects and what is asked of them; the registry is asked where a row names an entry of it, or its effects are to be learnt from.</summary>
internal static class ReadPlan
{
    /// <exception cref="RefusalException">An option or a file is wrong, or a figure is not recorded.</exception>
    internal static async Task<AllocationAsk> RunAsync(PlanAsk ask, ModelRequest request, FigureDesk desk, CancellationToken cancel)
    {
        var wanted = new List<Wanted<string>>();
        var projects = ProjectsFile.Read(ask.Projects, request.Model.Positions, wanted);
        var (learnt, exercise) = ((Realisation?)null, false);
        if (wanted.Count > 0 || ask.Learnt)
        {
            var fill = new FillFigures(await desk(new FiguresAsked([], [], Projects: true), cancel));
            fill.Projects(projects, wanted);
            if (ask.Learnt)
            {
                learnt = fill.Learnt();
                projects = [.. projects.Select(learnt.Of)];
            }

            exercise = fill.Exercise;
        }

        if (ask.Draws is < 1 or > 100_000) throw Refuse($"--draws is {ask.Draws}. Give a number from 1 to 100,000; 200 is the least that says much.");
        var weights = GoalWeights.Read(ask.Weights);
        if (weights.GetValueOrDefault(Goal.Economy) > 0) Known(projects, "The goal economy has a weight");
        var rules = Rules(projects, ask, ask.Limits is { } limits ? LimitsFile.Read(limits, projects, request.Model) : []);
        var by = ask.By switch
        {
            "middle" => Preference.Middle,
            "mean" => Preference.Mean,
            "cvar10" => Preference.WorstTenth,
            _ => throw Refuse($"--by is '{ask.By}'. Give middle, mean or cvar10."),
        };
        return new AllocationAsk(projects, rules, weights, Majority(ask, weights, projects, request.Model), World(weights, request), by, ask.Draws) { Learnt = learnt, Exercise = exercise };
    }

    private static double[] Majority(PlanAsk ask, IReadOnlyDictionary<Goal, double> weights, List<Project> projects, LinkModel model)
    {
        if (weights.GetValueOrDefault(Goal.Majority) <= 0) return new double[projects.Count];
        if (ask.Pivotality is not { } file) throw Refuse("The goal majority has a weight, but --pivotality is not given. Give the file with state,pi,eta,source; nothing is assumed in its place.");
        var worth = PivotalityFile.Read(file);
        return [.. projects.Select(project => project.Nodes.Select(node => model.Nodes[node].Owner).Distinct(StringComparer.Ordinal).Sum(owner => worth.GetValueOrDefault(owner)))];
    }

    private static ReachQuestion? World(IReadOnlyDictionary<Goal, double> weights, ModelRequest request)
    {
        const string World = "world";
        if (weights.GetValueOrDefault(Goal.Stability) <= 0) return null;
        return request.Model.Values.ContainsKey(World) ? request.Model.Ask(World, request.Declared) : throw Refuse("The goal stability has a weight, but the values have no viewpoint 'world'. Add rows with this viewpoint; nothing is assumed in its place.");
    }

    private static AllocationRules Rules(List<Project> projects, PlanAsk ask, IReadOnlyList<SpendLimit> limits)
    {
        if (!double.IsFinite(ask.Budget) || ask.Budget < 0) throw Refuse(string.Create(CultureInfo.InvariantCulture, $"--budget is {ask.Budget}. Give million USD, 0 or more."));
        if (ask.TiedMost is { } share && !(share is >= 0 and <= 1)) throw Refuse(string.Create(CultureInfo.InvariantCulture, $"--tied-max is {share}. Give a share from 0 to 1."));
        if (ask.TiedMost is not null) Known(projects, "--tied-max is given");
        return new AllocationRules(projects, ask.Budget, ask.TiedMost, limits);
    }

    private static void Known(List<Project> projects, string why)
    {
        if (projects.FirstOrDefault(project => project.Tied is null) is { } unknown)
            throw Refuse($"{why}, but project '{unknown.Id}' does not say how much of it is tied. Fill its column tied with a share from 0 to 1 (or yes, no); what is missing is never taken as nought.");
    }

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
