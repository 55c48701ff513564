using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>kind,name,least,most</c>: floors and caps in million USD for a donor, a region, or a recipient (owner of a node that a project hardens).</summary>
internal static class LimitsFile
{
    internal static List<SpendLimit> Read(string path, IReadOnlyList<Project> projects, LinkModel model)
    {
        List<SpendLimit> limits = [];
        var rows = new Dictionary<(string, string), int>();
        foreach (var row in CsvFile.Read(path, ["kind", "name"], ["least", "most"]))
        {
            var (kind, name) = (row.Required("kind"), row.Required("name"));
            if (!rows.TryAdd((kind, name), row.At)) throw row.Refuse("name", $"repeats row {rows[(kind, name)]}", "Keep one row for each kind and name.");
            int[] under = [.. Enumerable.Range(0, projects.Count).Where(place => Falls(row, kind, name, projects[place], model))];
            if (under.Length == 0) throw row.Refuse("name", $"is '{name}', under which no project falls", $"Correct the name, or record the {kind} of the projects.");
            var (least, most) = (row.NotNegative("least"), row.NotNegative("most"));
            if (least is null && most is null) throw row.Refuse("most", "is empty, as is least", "Give a floor, a cap, or both.");
            if (least > most) throw row.Refuse("least", "lies above most", "Give least ≤ most.");
            limits.Add(new SpendLimit(kind, name, least ?? 0, most ?? double.PositiveInfinity, under));
        }

        return limits;
    }

    private static bool Falls(CsvRow row, string kind, string name, Project project, LinkModel model) => kind switch
    {
        "donor" => project.Donor == name,
        "region" => project.Region == name,
        "recipient" => project.Nodes.Any(node => model.Nodes[node].Owner == name),
        _ => throw row.Refuse("kind", $"is '{kind}'", "Give donor, region or recipient."),
    };
}
