using System.CommandLine;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;

namespace Noroshi.WeakLinks.Features;

/// <summary>The options that say how a budget is to be allocated.</summary>
internal sealed class PlanOptions(bool required)
{
    private readonly Option<string?> _projects = new("--projects") { Description = "Projects: id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires; cost in million USD. record names an entry of the capacity registry.", Required = required, HelpName = "FILE" };
    private readonly Option<double?> _budget = new("--budget") { Description = "Million USD.", Required = required };
    private readonly Option<double?> _tied = new("--tied-max") { Description = "The largest share of what is spent that may be tied, 0 to 1." };
    private readonly Option<int> _draws = new("--draws") { Description = "Draws of the parameters for the selection frequency (200).", DefaultValueFactory = _ => 200 };
    private readonly Option<string?> _weights = new("--weights") { Description = "The four reasons for aid, for example security=0.6,stability=0.4; also majority and economy (security=1).", HelpName = "GOAL=N,…" };
    private readonly Option<string?> _pivotality = new("--pivotality") { Description = "For the goal majority: state,pi,eta,source; pi from votes forecast, eta an assumption of yours.", HelpName = "FILE" };
    private readonly Option<string?> _limits = new("--limits") { Description = "Floors and caps: kind,name,least,most with kind donor, region or recipient; million USD.", HelpName = "FILE" };
    private readonly Option<string> _by = new("--by") { Description = "What is the best choice: at the middle of all figures, in the mean of the draws, or in the worst tenth of them (middle).", HelpName = "middle|mean|cvar10", DefaultValueFactory = _ => "middle" };
    private readonly Option<string> _effects = new("--effects") { Description = "Effects of projects: as stated, or as what came about of recorded projects teaches (stated).", HelpName = "stated|learnt", DefaultValueFactory = _ => "stated" };

    internal void AddTo(Command verb)
    {
        _by.AcceptOnlyFromAmong("middle", "mean", "cvar10");
        _effects.AcceptOnlyFromAmong("stated", "learnt");
        foreach (var option in (Option[])[_projects, _budget, _tied, _draws, _weights, _pivotality, _limits, _by, _effects]) verb.Add(option);
    }

    /// <summary>What was asked for; null where neither projects nor a budget are given.</summary>
    /// <exception cref="RefusalException">One is given without the other.</exception>
    internal PlanAsk? Read(ParseResult asked)
    {
        if (asked.GetValue(_projects) is not { } file || asked.GetValue(_budget) is not { } budget)
            return asked.GetValue(_projects) is null && asked.GetValue(_budget) is null ? null : throw new RefusalException("--projects and --budget belong together. Give both, or neither.", RefusalException.Input);
        return new PlanAsk(file, budget)
        {
            TiedMost = asked.GetValue(_tied),
            Draws = asked.GetValue(_draws),
            Weights = asked.GetValue(_weights),
            Pivotality = asked.GetValue(_pivotality),
            Limits = asked.GetValue(_limits),
            By = asked.GetRequiredValue(_by),
            Learnt = asked.GetValue(_effects) == "learnt",
        };
    }
}
