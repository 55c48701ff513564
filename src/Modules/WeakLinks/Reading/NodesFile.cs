using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>id,owner,sector,m,low,high</c>, or <c>s</c> in place of <c>m</c>; <c>m</c> may name a recorded level. Also <c>source,name_en,name_ja</c>.</summary>
internal static class NodesFile
{
    /// <summary>The nodes; those that name a recorded level have none yet and stand in <paramref name="wanted"/>.</summary>
    internal static List<LinkNode> Read(string path, ICollection<Wanted<MaturityAsk>>? wanted = null)
    {
        List<LinkNode> nodes = [];
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Read(path, ["id"], ["owner", "sector", "m", "s", "low", "high", "source", "name_en", "name_ja"]))
        {
            var id = row.Required("id");
            if (id.Contains(';', StringComparison.Ordinal)) throw row.Refuse("id", $"is '{id}'", "Ids hold no semicolon, which joins them elsewhere.");
            if (!rows.TryAdd(id, row.At)) throw row.Refuse("id", $"is '{id}', as in row {rows[id]}", "Keep one row for each node.");
            var asked = wanted is null ? null : MaturityAsk.Of(row, "m");
            var (maturity, susceptibility) = (asked is null ? row.Number01("m") : double.NaN, row.Number01("s"));
            if (maturity is null && susceptibility is null) throw row.Refuse("m", "is empty", "Give the maturity m or the susceptibility s from 0 to 1; what is missing is never taken as nought.");
            if (maturity is not null && susceptibility is not null) throw row.Refuse("s", "is given beside m", "Give one of the two: s is computed from m.");
            var node = new LinkNode(id, row.Text("owner"), row.Text("sector"), maturity, susceptibility, row.Number01("low"), row.Number01("high")) { Source = row.Text("source"), Name = row.Named() };
            if (asked is null) CheckRange(row, node);
            else wanted!.Add(new Wanted<MaturityAsk>(row, nodes.Count, asked));
            nodes.Add(node);
        }

        return nodes;
    }

    /// <summary>Refuses a range that does not hold what it is the range of.</summary>
    internal static void CheckRange(CsvRow row, LinkNode node)
    {
        if (node.Low > node.Given) throw row.Refuse("low", "lies above the middle", "Give low ≤ middle ≤ high, or leave both ends empty.");
        if (node.High < node.Given) throw row.Refuse("high", "lies below the middle", "Give low ≤ middle ≤ high, or leave both ends empty.");
        if (node.Low is null != node.High is null) throw row.Refuse(node.Low is null ? "low" : "high", "is empty", "Give both ends of the range or neither.");
    }
}
