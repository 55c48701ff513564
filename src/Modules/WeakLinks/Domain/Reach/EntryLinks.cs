namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// Nodes with which some scenarios begin while others pass through them. Where attempts begin is no link, so what such a node cuts off as a link is summed
/// apart, behind the sums of the nodes: the k-th at the number of nodes + k.
/// </summary>
internal sealed class EntryLinks
{
    private readonly int _nodes;
    private readonly int[] _mixed;
    private readonly bool[] _entry;
    private readonly bool[][] _begins;

    internal EntryLinks(ReachQuestion question)
    {
        _nodes = question.Graph.NodeCount;
        _entry = new bool[_nodes];
        foreach (var entry in question.Scenarios.SelectMany(scenario => scenario.Entries)) _entry[entry] = true;
        _mixed = [.. Enumerable.Range(0, _nodes).Where(node => _entry[node] && question.Scenarios.Any(scenario => scenario.Rate > 0 && !scenario.Entries.Contains(node)))];
        _begins = [.. question.Scenarios.Select(scenario => _mixed.Select(node => scenario.Entries.Contains(node)).ToArray())];
    }

    /// <summary>How many sums there are: one a node, and one more for each that is both.</summary>
    internal int Sums => _nodes + _mixed.Length;

    internal int Mixed => _mixed.Length;

    /// <summary>Whether any scenario begins with the node.</summary>
    internal bool IsEntry(int node) => _entry[node];

    internal int NodeOf(int mixed) => _mixed[mixed];

    internal bool Begins(int scenario, int mixed) => _begins[scenario][mixed];

    /// <summary>Where the sum of a node as a link stands; −1 where it is nothing but an entry.</summary>
    internal int PlaceOf(int node)
    {
        if (!_entry[node]) return node;
        var mixed = Array.IndexOf(_mixed, node);
        return mixed < 0 ? -1 : _nodes + mixed;
    }
}
