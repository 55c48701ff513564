namespace Noroshi.WeakLinks.Domain;

/// <summary>What was read from the files, with every number as it was given.</summary>
/// <remarks>Values are million USD per compromise by viewpoint, one number a node; a node that the values do not name is no target.</remarks>
internal sealed record LinkModel(
    IReadOnlyList<LinkNode> Nodes, IReadOnlyList<LinkArc> Arcs, IReadOnlyList<EntryScenario> Scenarios, IReadOnlyDictionary<string, double[]> Values)
{
    /// <summary>The viewpoint of values that name none.</summary>
    internal const string PlainViewpoint = "all";

    /// <summary>Positions by id.</summary>
    internal IReadOnlyDictionary<string, int> Positions { get; } = Nodes.Select((node, at) => (node.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);

    /// <summary>The question with every number at its middle.</summary>
    internal ReachQuestion Ask(string viewpoint, SusceptibilityScenario scenario) => new(
        LinkGraph.Build(Nodes.Count, Arcs),
        [.. Nodes.Select(node => node.Susceptibility ?? scenario.Of(node.Maturity!.Value))],
        [.. Arcs.Select(arc => arc.Mean)],
        Values[viewpoint],
        Scenarios);
}
