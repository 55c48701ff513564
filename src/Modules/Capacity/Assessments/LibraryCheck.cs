using Noroshi.Shell.ReferenceData;

namespace Noroshi.Capacity.Assessments;

/// <summary>What the room asks of its tables beyond their schemas: trees without gaps, nodes that exist, names that are withheld or said to be somebody's.</summary>
internal static class LibraryCheck
{
    internal static IEnumerable<Finding> Findings(ReferenceTables tables)
    {
        if (!tables.IsThere) yield break;
        var nodes = tables.Rows("capacity-nodes").ToList();
        var known = nodes.Select(row => (row["model"], row["code"])).ToHashSet();
        foreach (var row in nodes)
        {
            if (row["parent"].Length > 0 && !known.Contains((row["model"], row["parent"])))
                yield return row.Fault("parent", Reason.UnknownReference, $"Model {row["model"]} has no node '{row["parent"]}'.", "Name a node of the same model, or leave it empty at the top.");
            if (row["name_status"].StartsWith("withheld", StringComparison.Ordinal) != (row["name_en"].Length == 0))
                yield return row.Fault("name_status", Reason.MissingValue, "A withheld name is given, or a missing name is not said to be withheld.", "Leave the name empty and say 'withheld (reason)', or say whose words the name is.");
        }

        foreach (var row in tables.Rows("capacity-glosses").Concat(tables.Rows("capacity-crosswalks")).Where(row => !known.Contains((row["model"], row["code"]))))
            yield return row.Fault("code", Reason.UnknownReference, $"Model {row["model"]} has no node '{row["code"]}'.", "Use a code of capacity/nodes.csv.");
    }
}
