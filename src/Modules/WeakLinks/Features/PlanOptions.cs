using System.CommandLine;
using System.Globalization;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Features;

/// <summary>The options that say how a budget is to be allocated.</summary>
internal sealed class PlanOptions(bool required)
{
    private readonly Option<string?> _projects = new("--projects") { Description = "Projects: id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires; cost in million USD.", Required = required, HelpName = "FILE" };
    private readonly Option<double?> _budget = new("--budget") { Description = "Million USD.", Required = required };
    private readonly Option<double?> _tied = new("--tied-max") { Description = "The largest share of what is spent that may be tied, 0 to 1." };
    private readonly Option<int> _draws = new("--draws") { Description = "Draws of the parameters for the selection frequency (200).", DefaultValueFactory = _ => 200 };
    private readonly Option<string?> _weights = new("--weights") { Description = "The four reasons for aid, for example security=0.6,stability=0.4; also majority and economy (security=1).", HelpName = "GOAL=N,…" };
    private readonly Option<string?> _pivotality = new("--pivotality") { Description = "For the goal majority: state,pi,eta,source; pi from votes forecast, eta an assumption of yours.", HelpName = "FILE" };
    private readonly Option<string?> _limits = new("--limits") { Description = "Floors and caps: kind,name,least,most with kind donor, region or recipient; million USD.", HelpName = "FILE" };
    private readonly Option<string> _by = new("--by") { Description = "What is the best choice: at the middle of all figures, in the mean of the draws, or in the worst tenth of them (middle).", HelpName = "middle|mean|cvar10", DefaultValueFactory = _ => "middle" };

    internal void AddTo(Command verb)
    {
        _by.AcceptOnlyFromAmong("middle", "mean", "cvar10");
        foreach (var option in (Option[])[_projects, _budget, _tied, _draws, _weights, _pivotality, _limits, _by]) verb.Add(option);
    }

    /// <summary>The files of the plan as they were named, with what they are; empty where no plan is asked.</summary>
    internal IEnumerable<(string Role, string Path)> Files(ParseResult asked) =>
        ((string Role, string? Path)[])[("projects", asked.GetValue(_projects)), ("pivotality", asked.GetValue(_pivotality)), ("limits", asked.GetValue(_limits))] is var files
            ? files.Where(file => file.Path is not null).Select(file => (file.Role, file.Path!)) : [];

    /// <summary>What is asked; null where neither projects nor a budget are given.</summary>
    /// <exception cref="RefusalException">An option or a file is wrong.</exception>
    internal AllocationAsk? Read(ParseResult asked, ModelRequest request)
    {
        if (asked.GetValue(_projects) is not { } file || asked.GetValue(_budget) is not { } budget)
            return asked.GetValue(_projects) is null && asked.GetValue(_budget) is null ? null : throw Refuse("--projects and --budget belong together. Give both, or neither.");
        var projects = ProjectsFile.Read(file, request.Model.Positions);
        var (tied, draws) = (asked.GetValue(_tied), asked.GetValue(_draws));
        if (draws is < 1 or > 100_000) throw Refuse($"--draws is {draws}. Give a number from 1 to 100,000; 200 is the least that says much.");
        var weights = GoalWeights.Read(asked.GetValue(_weights));
        if (weights.GetValueOrDefault(Goal.Economy) > 0) Known(projects, "The goal economy has a weight");
        var rules = Rules(projects, budget, tied, asked.GetValue(_limits) is { } limits ? LimitsFile.Read(limits, projects, request.Model) : []);
        var by = asked.GetRequiredValue(_by) switch
        {
            "mean" => Preference.Mean,
            "cvar10" => Preference.WorstTenth,
            _ => Preference.Middle,
        };
        return new AllocationAsk(projects, rules, weights, Majority(asked, weights, projects, request.Model), World(weights, request), by, draws);
    }

    private double[] Majority(ParseResult asked, IReadOnlyDictionary<Goal, double> weights, List<Project> projects, LinkModel model)
    {
        if (weights.GetValueOrDefault(Goal.Majority) <= 0) return new double[projects.Count];
        if (asked.GetValue(_pivotality) is not { } file) throw Refuse("The goal majority has a weight, but --pivotality is not given. Give the file with state,pi,eta,source; nothing is assumed in its place.");
        var worth = PivotalityFile.Read(file);
        return [.. projects.Select(project => project.Nodes.Select(node => model.Nodes[node].Owner).Distinct(StringComparer.Ordinal).Sum(owner => worth.GetValueOrDefault(owner)))];
    }

    private static ReachQuestion? World(IReadOnlyDictionary<Goal, double> weights, ModelRequest request)
    {
        const string World = "world";
        if (weights.GetValueOrDefault(Goal.Stability) <= 0) return null;
        return request.Model.Values.ContainsKey(World) ? request.Model.Ask(World, request.Declared) : throw Refuse("The goal stability has a weight, but the values have no viewpoint 'world'. Add rows with this viewpoint; nothing is assumed in its place.");
    }

    private static AllocationRules Rules(List<Project> projects, double budget, double? tied, IReadOnlyList<SpendLimit> limits)
    {
        if (!double.IsFinite(budget) || budget < 0) throw Refuse(string.Create(CultureInfo.InvariantCulture, $"--budget is {budget}. Give million USD, 0 or more."));
        if (tied is { } share && !(share is >= 0 and <= 1)) throw Refuse(string.Create(CultureInfo.InvariantCulture, $"--tied-max is {tied}. Give a share from 0 to 1."));
        if (tied is not null) Known(projects, "--tied-max is given");
        return new AllocationRules(projects, budget, tied, limits);
    }

    private static void Known(List<Project> projects, string why)
    {
        if (projects.FirstOrDefault(project => project.Tied is null) is { } unknown)
            throw Refuse($"{why}, but project '{unknown.Id}' does not say how much of it is tied. Fill its column tied with a share from 0 to 1 (or yes, no); what is missing is never taken as nought.");
    }

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
