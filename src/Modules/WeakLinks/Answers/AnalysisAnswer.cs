using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;

namespace Noroshi.WeakLinks.Answers;

/// <summary>The risk, the links that it must pass, and why.</summary>
internal sealed record AnalysisAnswer(
    MoneyFigure Risk,
    IReadOnlyList<AnalysisAnswer.Link> Links,
    IReadOnlyList<AnalysisAnswer.Way> Routes,
    IReadOnlyList<AnalysisAnswer.Closing> Cuts,
    IReadOnlyList<AnalysisAnswer.Part> Credit,
    string Viewpoint,
    IReadOnlyList<AnalysisAnswer.Seen> Viewpoints,
    AnalysisAnswer.Curve Susceptibility,
    IReadOnlyList<NumberUsed> Numbers,
    IReadOnlyList<NumberUsed.SourceUsed> Sources,
    string Interval,
    long Worlds,
    ulong Seed,
    string Version)
{
    private const int ExplainedTargets = 5;
    private const int RoutesEach = 3;
    private const long CreditWorlds = 1_024;

    // Betweenness takes a search from every node; beyond this it is left out rather than waited for.
    private const double BetweennessSteps = 1e9;

    /// <summary>A node and what must pass it: its share of the risk with the ends of its interval, and D in million USD per year.</summary>
    internal sealed record Link(string Id, double Share, double Low, double High, double D, bool Entry, string Owner, string Sector, double? Betweenness);

    /// <summary>A probable route, entry first.</summary>
    internal sealed record Way(string Scenario, string Target, double Probability, IReadOnlyList<string> Nodes);

    /// <summary>The fewest nodes to close before a target; null where nothing can separate it.</summary>
    internal sealed record Closing(string Scenario, string Target, IReadOnlyList<string>? Nodes);

    /// <summary>The part of a node in what closing the first nodes together removes, in million USD per year.</summary>
    internal sealed record Part(string Id, double Credit);

    /// <summary>The risk as another counts it.</summary>
    internal sealed record Seen(string Name, MoneyFigure Risk);

    /// <summary>The declared curve from maturity to susceptibility.</summary>
    internal sealed record Curve(string Scenario, double Alpha, double Beta, string Basis);

    internal static AnalysisAnswer Find(ModelRequest request, int top, int credit, CancellationToken cancel) => Of(request, MonteCarlo.Run(request.Question, request.Seed, request.Worlds, request.Threads, links: true, cancel), top, credit, cancel);

    internal static AnalysisAnswer Of(ModelRequest request, ReachEstimate estimate, int top, int credit, CancellationToken cancel)
    {
        var (model, question) = (request.Model, request.Question);
        var ranked = estimate.Ranked();
        var between = (double)model.Nodes.Count * (model.Nodes.Count + model.Arcs.Count) <= BetweennessSteps ? Domain.Betweenness.Of(question.Graph, cancel) : null;
        int[] credited = [.. estimate.RankedLinks().Take(credit)];
        var credits = credited.Length == 0 ? [] : CreditShares.Divide(question, credited, request.Seed, Math.Min(request.Worlds, CreditWorlds), request.Threads, cancel);
        var explained = Explained(estimate).ToList();
        return new AnalysisAnswer(
            MoneyFigure.Of(estimate.Risk),
            [.. ranked.Take(top).Select(node => Told(model.Nodes[node], estimate.Share(node), estimate.CutOff(node), estimate.IsEntry(node), between?[node]))],
            [.. explained.SelectMany(each => each.Routes.Select(route => new Way(each.Scenario.Id, model.Nodes[each.Target].Id, route.Probability, Ids(model, route.Nodes))))],
            [.. explained.Select(each => new Closing(each.Scenario.Id, model.Nodes[each.Target].Id, each.Cut is null ? null : Ids(model, each.Cut)))],
            [.. credited.Select((node, place) => new Part(model.Nodes[node].Id, credits[place]))],
            request.Viewpoint,
            [.. model.Values.Keys.Order(StringComparer.Ordinal).Select(name => new Seen(name, MoneyFigure.Of(name == request.Viewpoint ? estimate.Risk : Other(request, name, cancel).Risk)))],
            new Curve(request.Declared.Name, request.Declared.Alpha, request.Declared.Beta, "declared"),
            NumberUsed.Of(model, ranked.Take(top), explained.SelectMany(each => each.Routes)),
            NumberUsed.Sources(model),
            "95 %, of sampling alone; see weaklinks sensitivity for what the assumptions do",
            request.Worlds,
            request.Seed,
            WeakLinksJson.Version);
    }

    private static Link Told(LinkNode node, Interval share, double cutOff, bool entry, double? between) => new(node.Id, share.Mean, share.Low, share.High, cutOff, entry, node.Owner, node.Sector, between);

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
