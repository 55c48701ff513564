using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>from,to,class,q,source</c>, or <c>hits,exposure</c> in place of <c>q</c>; <c>q</c> may ask what was observed; or relationships of autonomous systems.</summary>
internal static class EdgesFile
{
    internal static List<LinkArc> Read(string path, IReadOnlyDictionary<string, int> nodes, RelationshipsFile.Chances? chances = null) => Read(path, nodes, chances, null, null);

    /// <summary>The arcs; those that ask what was observed have nothing yet and stand in <paramref name="wanted"/>.</summary>
    internal static List<LinkArc> Read(string path, IReadOnlyDictionary<string, int> nodes, RelationshipsFile.Chances? chances, List<LinkNode>? ends, ICollection<Wanted<TrafficAsk>>? wanted)
    {
        if (!JsonTable.Is(path) && RelationshipsFile.Is(path)) return RelationshipsFile.Read(path, nodes, chances);
        List<LinkArc> arcs = [];
        var rows = new Dictionary<(int, int, string), int>();
        foreach (var row in CsvFile.Read(path, ["from", "to"], ["class", "q", "hits", "exposure", "source"]))
        {
            var (from, to, kind) = (Known(row, "from", nodes), Known(row, "to", nodes), row.Text("class"));
            if (from == to) throw row.Refuse("to", "names the node that the edge comes from", "Remove the row; an edge leads to another node.");
            if (!rows.TryAdd((from, to, kind), row.At)) throw row.Refuse("to", $"repeats row {rows[(from, to, kind)]}: the same ends and class", "Keep one row, or give the edges different classes.");
            var asked = wanted is null ? null : TrafficAsk.Of(row, "q", ends![from]);
            var (given, hits, exposure) = (asked is null ? row.Number01("q") : double.NaN, row.Count("hits"), row.Count("exposure"));
            if (given is not null && (hits is not null || exposure is not null)) throw row.Refuse("q", "is given beside hits or exposure", "Give the probability or the observation.");
            if (given is null && hits is null && exposure is null) throw row.Refuse("q", "is empty", "Give q from 0 to 1, or hits and exposure; what is missing is never taken as nought.");
            if (given is null && hits is null) throw row.Refuse("hits", "is empty", "Give hits and exposure together.");
            if (given is null && exposure is null) throw row.Refuse("exposure", "is empty", "Give hits and exposure together.");
            if (hits > exposure) throw row.Refuse("hits", "is larger than exposure", "Hits are counted among the exposure.");
            if (asked is not null) wanted!.Add(new Wanted<TrafficAsk>(row, arcs.Count, asked));
            arcs.Add(new LinkArc(from, to, kind, given, hits, exposure, row.Text("source")));
        }

        return arcs;
    }

    /// <summary>The position of a node that must be among the nodes.</summary>
    internal static int Known(CsvRow row, string column, IReadOnlyDictionary<string, int> nodes) => Known(row, column, row.Required(column), nodes);

    internal static int Known(CsvRow row, string column, string id, IReadOnlyDictionary<string, int> nodes) =>
        nodes.TryGetValue(id, out var node) ? node : throw row.Refuse(column, $"names '{id}', which is not among the nodes", "Add the node to the nodes file or correct the id.");
}
