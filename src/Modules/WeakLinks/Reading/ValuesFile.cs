using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>id,value[,viewpoint]</c>: million USD per compromise. A node without a row is no target.</summary>
internal static class ValuesFile
{
    internal static Dictionary<string, double[]> Read(string path, IReadOnlyDictionary<string, int> nodes)
    {
        var values = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var rows = new Dictionary<(int, string), int>();
        foreach (var row in CsvFile.Read(path, ["id", "value"], ["viewpoint"]))
        {
            var node = EdgesFile.Known(row, "id", nodes);
            var viewpoint = row.Text("viewpoint") is { Length: > 0 } named ? named : LinkModel.PlainViewpoint;
            if (!rows.TryAdd((node, viewpoint), row.At)) throw row.Refuse("id", $"repeats row {rows[(node, viewpoint)]}: the same node and viewpoint", "Keep one row.");
            var value = row.NotNegative("value") ?? throw row.Refuse("value", "is empty", "Give million USD per compromise, or remove the row where the node is no target; what is missing is never taken as nought.");
            if (!values.TryGetValue(viewpoint, out var all)) values.Add(viewpoint, all = new double[nodes.Count]);
            all[node] = value;
        }

        return values;
    }
}
