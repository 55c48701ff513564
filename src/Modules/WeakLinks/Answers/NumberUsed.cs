using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Answers;

/// <summary>One number of the model with its range and where it was taken from; an empty source says that none is recorded.</summary>
/// <remarks>Kind is maturity, susceptibility or transmission. What is a node, or two joined by " → ". Basis says what of, where it was drawn from the records of the node.</remarks>
internal sealed record NumberUsed(string Kind, string What, string Class, double Value, double? Low, double? High, string Source, string Basis)
{
    internal const string Maturity = "maturity";
    internal const string Susceptibility = "susceptibility";
    internal const string Transmission = "transmission";

    private const int Most = 500;

    /// <summary>How many numbers a source gave.</summary>
    internal sealed record SourceUsed(string Kind, string Source, int Count);

    /// <summary>The numbers of the listed nodes, of the arcs on the routes, and of arcs between listed nodes; the first five hundred.</summary>
    internal static IReadOnlyList<NumberUsed> Of(LinkModel model, IEnumerable<int> listed, IEnumerable<Route> routes)
    {
        var steps = routes.SelectMany(route => route.Nodes.Zip(route.Nodes.Skip(1))).ToHashSet();
        HashSet<int> nodes = [.. listed, .. steps.SelectMany(step => (int[])[step.First, step.Second])];
        var arcs = model.Arcs.Where(arc => steps.Contains((arc.From, arc.To)) || (nodes.Contains(arc.From) && nodes.Contains(arc.To))).OrderByDescending(arc => steps.Contains((arc.From, arc.To)));
        return [.. nodes.Order().Select(node => Told(model.Nodes[node])).Concat(arcs.Select(arc => Told(model, arc))).Take(Most)];
    }

    /// <summary>Every source of the whole model by how much it gave, the most first; the first hundred.</summary>
    internal static IReadOnlyList<SourceUsed> Sources(LinkModel model) =>
        [.. model.Nodes.Select(node => (Kind: KindOf(node), node.Source)).Concat(model.Arcs.Select(arc => (Kind: Transmission, arc.Source)))
            .CountBy(used => used).OrderByDescending(used => used.Value).ThenBy(used => used.Key.Kind, StringComparer.Ordinal).ThenBy(used => used.Key.Source, StringComparer.Ordinal)
            .Take(100).Select(used => new SourceUsed(used.Key.Kind, used.Key.Source, used.Value))];

    private static string KindOf(LinkNode node) => node.Maturity is null ? Susceptibility : Maturity;

    private static NumberUsed Told(LinkNode node) => new(KindOf(node), node.Id, node.Sector, node.Given, node.Low, node.High, node.Source, node.Basis);

    private static NumberUsed Told(LinkModel model, LinkArc arc) => new(Transmission, $"{model.Nodes[arc.From].Id} → {model.Nodes[arc.To].Id}", arc.Class, arc.Mean, null, null, arc.Source, arc.Basis);
}
