using System.Globalization;
using Noroshi.Shell;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Exercise;

/// <summary>The invented alliance as the files that a study is made from, for whoever wants to begin with something that works.</summary>
internal static class ExampleFiles
{
    internal static readonly string[] Names = ["nodes", "edges", "values", "scenarios", "projects", "limits"];

    /// <summary>A file by what it holds; null where there is none.</summary>
    internal static byte[]? Of(string name)
    {
        var request = ExerciseAlliance.Request(threads: 1);
        var (model, plan) = (request.Model, ExerciseAlliance.Plan(request));
        return name switch
        {
            "nodes" => CsvTable.Write(["id", "owner", "sector", "m", "s", "low", "high", "source", "name_en", "name_ja"], model.Nodes.Select(Node)),
            "edges" => CsvTable.Write(["from", "to", "class", "q", "source"], model.Arcs.Select(arc => (IReadOnlyList<object?>)[model.Nodes[arc.From].Id, model.Nodes[arc.To].Id, arc.Class, Figure(arc.Given), arc.Source])),
            "values" => CsvTable.Write(["id", "value", "viewpoint"], model.Values.SelectMany(view => view.Value.Select((value, node) => (view.Key, value, node))).Where(each => each.value > 0).Select(each => (IReadOnlyList<object?>)[model.Nodes[each.node].Id, Figure(each.value), each.Key])),
            "scenarios" => CsvTable.Write(["id", "entry", "rate"], model.Scenarios.Select(scenario => (IReadOnlyList<object?>)[scenario.Id, string.Join(';', scenario.Entries.Select(entry => model.Nodes[entry].Id)), Figure(scenario.Rate)])),
            "projects" => CsvTable.Write(["id", "cost", "nodes", "e_low", "e_mid", "e_high", "months", "tied", "donor", "region", "group", "requires", "name_en", "name_ja"], plan.Projects.Select(project => Row(project, model))),
            "limits" => CsvTable.Write(["kind", "name", "least", "most"], plan.Rules.Limits.Select(limit => (IReadOnlyList<object?>)[limit.Kind, limit.Name, Figure(limit.Least), double.IsInfinity(limit.Most) ? "" : Figure(limit.Most)])),
            _ => null,
        };
    }

    private static IReadOnlyList<object?> Node(LinkNode node) =>
        [node.Id, node.Owner, node.Sector, Figure(node.Maturity), Figure(node.Susceptibility), Figure(node.Low), Figure(node.High), node.Source, node.Name?.English, node.Name?.Japanese];

    private static IReadOnlyList<object?> Row(Project project, LinkModel model) =>
    [
        project.Id, Figure(project.Cost), string.Join(';', project.Nodes.Select(node => model.Nodes[node].Id)), Figure(project.EffectLow), Figure(project.Effect), Figure(project.EffectHigh), Figure(project.Months), Figure(project.Tied),
        project.Donor, project.Region, project.Group, string.Join(';', project.Requires), project.Name?.English, project.Name?.Japanese,
    ];

    private static string Figure(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
