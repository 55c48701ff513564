using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks analyse</c>: the risk, the links that it must pass, and why.</summary>
internal static class AnalyseReach
{
    private const int ExplainedTargets = 5;
    private const int RoutesEach = 3;
    private const long CreditWorlds = 1_024;

    // Betweenness takes a search from every node; beyond this it is left out rather than waited for.
    private const double BetweennessSteps = 1e9;

    internal static Command Create(CommandHost host)
    {
        var options = new ModelOptions(worlds: 10_000);
        var top = new Option<int>("--top") { Description = "Links that are listed (100).", DefaultValueFactory = _ => 100 };
        var credit = new Option<int>("--credit") { Description = $"First links among which the risk is divided (5; at most {CreditShares.MostNodes}; 0 for none).", DefaultValueFactory = _ => 5 };
        var verb = new Command("analyse", "How much risk there is, through which nodes it must pass, and by which routes.") { top, credit };
        options.AddTo(verb);
        verb.SetAction((asked, cancel) => Task.FromResult(Run(host, options.Read(asked), asked.GetValue(top), asked.GetValue(credit), cancel)));
        return verb;
    }

    private static int Run(CommandHost host, ModelRequest request, int top, int credit, CancellationToken cancel)
    {
        if (top < 1) throw new RefusalException($"--top is {top}. Give a number of 1 or more.", RefusalException.Input);
        if (credit is < 0 or > CreditShares.MostNodes) throw new RefusalException($"--credit is {credit}. Give a number from 0 to {CreditShares.MostNodes}; every one more doubles the work.", RefusalException.Input);
        var (model, question) = (request.Model, request.Question);
        var estimate = MonteCarlo.Run(question, request.Seed, request.Worlds, request.Threads, links: true, cancel);
        HashSet<int> entries = [.. question.Scenarios.SelectMany(scenario => scenario.Entries)];
        var ranked = estimate.Ranked();
        var between = (double)model.Nodes.Count * (model.Nodes.Count + model.Arcs.Count) <= BetweennessSteps ? Betweenness.Of(question.Graph, cancel) : null;
        int[] credited = [.. ranked.Where(node => !entries.Contains(node)).Take(credit)];
        var credits = credited.Length == 0 ? [] : CreditShares.Divide(question, credited, request.Seed, Math.Min(request.Worlds, CreditWorlds), request.Threads, cancel);
        var explained = Explained(estimate).ToList();
        var links = ranked.Take(top).Select(node => (Node: model.Nodes[node], Share: estimate.Share(node), D: estimate.CutOff(node), Entry: entries.Contains(node), Between: between?[node])).ToList();
        if (request.Json)
        {
            host.Out.WriteLine(WeakLinksJson.Write(new
            {
                risk = WeakLinksJson.Money(estimate.Risk),
                links = links.Select(link => new { link.Node.Id, share = link.Share.Mean, link.Share.Low, link.Share.High, link.D, link.Entry, link.Node.Owner, link.Node.Sector, betweenness = link.Between }),
                routes = explained.SelectMany(each => each.Routes.Select(route => new { scenario = each.Scenario.Id, target = model.Nodes[each.Target].Id, route.Probability, nodes = Ids(model, route.Nodes) })),
                cuts = explained.Select(each => new { scenario = each.Scenario.Id, target = model.Nodes[each.Target].Id, nodes = each.Cut is null ? null : Ids(model, each.Cut) }),
                credit = credited.Select((node, place) => new { model.Nodes[node].Id, credit = credits[place] }),
                request.Viewpoint,
                viewpoints = model.Values.Keys.Order(StringComparer.Ordinal).Select(name => new { name, risk = WeakLinksJson.Money(name == request.Viewpoint ? estimate.Risk : Other(request, name, cancel).Risk) }),
                susceptibility = new { scenario = request.Declared.Name, request.Declared.Alpha, request.Declared.Beta, basis = "declared" },
                interval = "95 %, of sampling alone; see weaklinks sensitivity for what the assumptions do",
                request.Worlds,
                request.Seed,
                WeakLinksJson.Version,
            }));
            return 0;
        }

        host.Out.WriteLine($"risk: {WeakLinksJson.Text(estimate.Risk)} {WeakLinksJson.Unit}, viewpoint {request.Viewpoint}, susceptibility scenario {request.Declared.Name} (declared, not measured)");
        foreach (var link in links)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{link.Node.Id}{(link.Entry ? " (entry)" : "")}: {WeakLinksJson.Percent(link.Share.Mean)} ({WeakLinksJson.Percent(link.Share.Low)} to {WeakLinksJson.Percent(link.Share.High)}) of the risk must pass here, {link.D:0.####}"));
        foreach (var each in explained)
        {
            foreach (var route in each.Routes) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"route: {string.Join(" → ", Ids(model, route.Nodes))}, probability {route.Probability:0.####}"));
            if (each.Cut is { Count: > 0 }) host.Out.WriteLine($"fewest to close before {model.Nodes[each.Target].Id}: {string.Join(", ", Ids(model, each.Cut))}");
        }

        host.Out.WriteLine("The interval holds the error of sampling alone; weaklinks sensitivity shows what the assumptions do.");
        return 0;
    }

    // What costs most is explained; a list of everything explains nothing.
    private static IEnumerable<(EntryScenario Scenario, int Target, IReadOnlyList<Route> Routes, IReadOnlyList<int>? Cut)> Explained(ReachEstimate estimate)
    {
        var question = estimate.Question;
        var finder = new RouteFinder(question);
        var costliest = from scenario in Enumerable.Range(0, question.Scenarios.Count)
                        from place in Enumerable.Range(0, question.Targets.Length)
                        let cost = question.Scenarios[scenario].Rate * question.Value[question.Targets[place]] * estimate.Probability(scenario, place)
                        where cost > 0
                        orderby cost descending, scenario, place
                        select (Scenario: question.Scenarios[scenario], Target: question.Targets[place]);
        return costliest.Take(ExplainedTargets).Select(each => (each.Scenario, each.Target, finder.Find(each.Scenario, each.Target, RoutesEach), SmallestCut.Find(question, each.Scenario, each.Target)));
    }

    private static ReachEstimate Other(ModelRequest request, string viewpoint, CancellationToken cancel) =>
        MonteCarlo.Run(request.Model.Ask(viewpoint, request.Declared), request.Seed, request.Worlds, request.Threads, links: false, cancel);

    private static List<string> Ids(LinkModel model, IEnumerable<int> nodes) => [.. nodes.Select(node => model.Nodes[node].Id)];
}
