using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Capacity.Assessments;

/// <summary>Reads the reviewed tables of <c>data/capacity</c>.</summary>
internal static class LibraryReader
{
    internal static ModelLibrary Read(ReferenceTables tables)
    {
        var glosses = tables.Rows("capacity-glosses").ToDictionary(row => (row["model"], row["code"]), row => new BothWords(row["gloss_en"], row["gloss_ja"]));
        var nodes = tables.Rows("capacity-nodes").OrderBy(row => row.Number("position")).ToLookup(row => row["model"], row => Node(row, glosses));
        var scales = tables.Rows("capacity-scales").OrderBy(row => row.Number("position")).ToLookup(row => row["model"], Level);
        return new ModelLibrary(
            [.. tables.Rows("capacity-models").Select(row => Model(row, nodes[row["id"]], scales[row["id"]]))],
            [.. tables.Rows("capacity-topics").Select(row => new Topic(row["code"], row["area"], new BothWords(row["en"], row["ja"]), row["dac_code"], row["dac_name"], row["note"], row.Provenance))],
            [.. tables.Rows("capacity-crosswalks").Select(row => new CrosswalkLink(row["topic"], row["model"], row["code"], row["relation"] == "near", row.Provenance))],
            [.. tables.Rows("capacity-dac-recipients").Select(row => new DacRecipient(row.State("state"), row["dac_group"], new Period(row.PartialDay("since"), row.PartialDay("until")), row["note"], row.Provenance))]);
    }

    private static ModelNode Node(ReferenceRow row, Dictionary<(string, string), BothWords> glosses) => new(
        row["code"], row["parent"], row["level"], new BothWords(row["name_en"], row["name_ja"]), row["name_status"], glosses.GetValueOrDefault((row["model"], row["code"]), new BothWords("", "")), row.Provenance);

    private static ScaleLevel Level(ReferenceRow row) => new(row["level"], Enum.Parse<ScaleKind>(row["kind"], ignoreCase: true), new BothWords(row["name_en"], row["name_ja"]), row.Provenance);

    private static AssessmentModel Model(ReferenceRow row, IEnumerable<ModelNode> nodes, IEnumerable<ScaleLevel> scale) => new()
    {
        Id = row["id"],
        Model = row["model"],
        Version = row["version"],
        Name = new BothWords(row["name_en"], row["name_ja"]),
        Owner = row["owner"],
        Licence = row["licence"],
        Redistribution = row["redistribution"] switch { "yes-with-source" => Redistribution.YesWithSource, "no" => Redistribution.No, _ => Redistribution.Unknown },
        Ship = row["ship"],
        Url = row["url"],
        Provenance = row.Provenance,
        Nodes = [.. nodes],
        Scale = [.. scale],
    };
}
