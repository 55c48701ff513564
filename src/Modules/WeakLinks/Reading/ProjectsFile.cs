using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires</c>; cost in million USD. Also <c>record,name_en,name_ja</c>.</summary>
internal static class ProjectsFile
{
    /// <summary>The projects; those that name an entry of the registry stand in <paramref name="wanted"/> and may leave their cost to it.</summary>
    internal static List<Project> Read(string path, IReadOnlyDictionary<string, int> nodes, ICollection<Wanted<string>>? wanted = null)
    {
        List<(Project Project, CsvRow Row)> read = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Read(path, ["id", "cost", "nodes", "e_mid"], ["controls", "e_low", "e_high", "months", "tied", "donor", "region", "group", "requires", "record", "name_en", "name_ja"]))
        {
            var id = row.Required("id");
            if (!places.TryAdd(id, read.Count)) throw row.Refuse("id", $"is '{id}', as in row {read[places[id]].Row.At}", "Keep one row for each project.");
            var project = Read(row, id, nodes, fromRegistry: wanted is not null && row.Text("record").Length > 0);
            if (wanted is not null && project.Record.Length > 0) wanted.Add(new Wanted<string>(row, read.Count, project.Record));
            read.Add((project, row));
        }

        foreach (var (project, row) in read)
        {
            foreach (var needed in project.Requires)
            {
                if (!places.ContainsKey(needed)) throw row.Refuse("requires", $"names '{needed}', which is not among the projects", "Add the project or correct the id.");
            }
        }

        if (Prerequisites.Circle([.. read.Select(each => each.Project)]) is { } circle)
            throw read[places[circle[0]]].Row.Refuse("requires", $"closes a circle: {string.Join(" → ", circle)}", "Remove one of the prerequisites; none of these could ever begin.");
        return [.. read.Select(each => each.Project)];
    }

    private static Project Read(CsvRow row, string id, IReadOnlyDictionary<string, int> nodes, bool fromRegistry)
    {
        _ = row.Required("nodes");
        var cost = row.NotNegative("cost") ?? (fromRegistry ? double.NaN : (double?)null) ?? throw row.Refuse("cost", "is empty", "Give million USD; what is missing is never taken as nought.");
        var middle = row.Number01("e_mid") ?? throw row.Refuse("e_mid", "is empty", "Give the fraction from 0 to 1 by which susceptibility falls.");
        var (low, high) = (row.Number01("e_low"), row.Number01("e_high"));
        if (low is null != high is null) throw row.Refuse(low is null ? "e_low" : "e_high", "is empty", "Give both ends of the range or neither.");
        if (low > middle) throw row.Refuse("e_low", "lies above e_mid", "Give e_low ≤ e_mid ≤ e_high.");
        if (high < middle) throw row.Refuse("e_high", "lies below e_mid", "Give e_low ≤ e_mid ≤ e_high.");
        return new Project(
            id, cost, [.. row.Ids("nodes").Select(node => EdgesFile.Known(row, "nodes", node, nodes)).Distinct()], middle, low, high,
            Tied(row), row.Text("donor"), row.Text("region"), row.Text("group"), row.NotNegative("months"), row.Text("controls"), row.Ids("requires"))
        { Record = row.Text("record"), Name = row.Named() };
    }

    private static double? Tied(CsvRow row) => row.Text("tied") switch
    {
        "" => null,
        "yes" or "true" => 1,
        "no" or "false" => 0,
        _ => row.Number01("tied"),
    };
}
