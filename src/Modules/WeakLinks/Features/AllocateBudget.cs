using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks allocate</c>: which projects remove most of the risk for the money.</summary>
internal static class AllocateBudget
{
    internal static Command Create(CommandHost host)
    {
        var options = new ModelOptions(worlds: 10_000);
        var projects = new Option<string>("--projects") { Description = "Projects: id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires; cost in million USD.", Required = true, HelpName = "FILE" };
        var budget = new Option<double>("--budget") { Description = "Million USD.", Required = true };
        var tied = new Option<double?>("--tied-max") { Description = "The largest share of what is spent that may be tied, 0 to 1." };
        var draws = new Option<int>("--draws") { Description = "Draws of the parameters for the selection frequency (200).", DefaultValueFactory = _ => 200 };
        var verb = new Command("allocate", "Propose projects for a budget: what they remove, how far the proposal may be from the best, and how often each is chosen when assumptions change.") { projects, budget, tied, draws };
        options.AddTo(verb);
        verb.SetAction((asked, cancel) =>
        {
            var request = options.Read(asked);
            var read = ProjectsFile.Read(asked.GetRequiredValue(projects), request.Model.Positions);
            var rules = Rules(read, asked.GetRequiredValue(budget), asked.GetValue(tied));
            var count = asked.GetValue(draws);
            if (count is < 1 or > 100_000) throw new RefusalException($"--draws is {count}. Give a number from 1 to 100,000; 200 is the least that says much.", RefusalException.Input);
            var found = Allocation.Find(request.Model, request.Question, read, rules, request.Seed, request.Worlds, count, request.Threads, cancel);
            Say(host, request, read, rules, found, count);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static AllocationRules Rules(List<Project> projects, double budget, double? tied)
    {
        if (!double.IsFinite(budget) || budget < 0) throw new RefusalException(string.Create(CultureInfo.InvariantCulture, $"--budget is {budget}. Give million USD, 0 or more."), RefusalException.Input);
        if (tied is { } share && !(share is >= 0 and <= 1)) throw new RefusalException(string.Create(CultureInfo.InvariantCulture, $"--tied-max is {tied}. Give a share from 0 to 1."), RefusalException.Input);
        if (tied is not null && projects.FirstOrDefault(project => project.Tied is null) is { } unknown)
            throw new RefusalException($"--tied-max is given, but project '{unknown.Id}' does not say how much of it is tied. Fill its column tied with a share from 0 to 1 (or yes, no); what is missing is never taken as nought.", RefusalException.Input);
        return new AllocationRules(projects, budget, tied);
    }

    private static void Say(CommandHost host, ModelRequest request, List<Project> projects, AllocationRules rules, Allocation found, int draws)
    {
        var chosen = found.Choice.Projects;
        var perMillion = found.Cost > 0 ? found.Removed.Mean / found.Cost : (double?)null;
        if (request.Json)
        {
            host.Out.WriteLine(WeakLinksJson.Write(new
            {
                chosen = chosen.Select(place => projects[place].Id),
                found.Choice.Objective,
                found.Choice.Bound,
                found.Choice.Gap,
                removed = WeakLinksJson.Money(found.Removed),
                selectionFrequency = projects.Select((project, place) => (project.Id, Frequency: found.SelectionFrequency[place])).ToDictionary(pair => pair.Id, pair => pair.Frequency),
                risk = WeakLinksJson.Money(found.Risk),
                cost = found.Cost,
                rules.Budget,
                removedPerMillion = perMillion,
                tied = new { share = found.TiedShare, most = rules.TiedMost, price = found.TiedPrice, basis = "as recorded" },
                surrogate = new { found.Routes, found.Covered, WeakLinksJson.Unit },
                exchange = found.Exchange is not { } other ? null : new { leave = other.Leave is { } left ? projects[left].Id : null, enter = projects[other.Enter].Id, removesMore = WeakLinksJson.Money(other.More) },
                draws,
                request.Viewpoint,
                susceptibility = request.Declared.Name,
                request.Worlds,
                request.Seed,
                WeakLinksJson.Version,
            }));
            return;
        }

        host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"proposed: {(chosen.Length == 0 ? "none" : string.Join(", ", chosen.Select(place => projects[place].Id)))}; cost {found.Cost:0.####} of {rules.Budget:0.####} million USD"));
        host.Out.WriteLine($"removes {WeakLinksJson.Text(found.Removed)} of {WeakLinksJson.Text(found.Risk)} {WeakLinksJson.Unit}");
        host.Out.WriteLine($"at least {WeakLinksJson.Percent(1 - found.Choice.Gap)} of the best of this surrogate, whose targets hold {WeakLinksJson.Percent(found.Covered)} of the risk");
        if (found.TiedPrice is { } price) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tied share {(found.TiedShare is { } share ? WeakLinksJson.Percent(share) : "unknown")} (as recorded); the constraint costs {price:0.####} {WeakLinksJson.Unit}"));
        if (found.Exchange is { } exchange)
            host.Out.WriteLine($"look twice: {(exchange.Leave is { } leave ? $"{projects[exchange.Enter].Id} in place of {projects[leave].Id}" : $"{projects[exchange.Enter].Id} added")} removes {WeakLinksJson.Text(exchange.More)} more in the full model");
        foreach (var place in Enumerable.Range(0, projects.Count).OrderByDescending(place => found.SelectionFrequency[place]).ThenBy(place => place))
            host.Out.WriteLine($"{projects[place].Id}: chosen in {WeakLinksJson.Percent(found.SelectionFrequency[place])} of {draws} draws");
        host.Out.WriteLine("This is a proposal; an authority decides. Read it with weaklinks sensitivity.");
    }
}
