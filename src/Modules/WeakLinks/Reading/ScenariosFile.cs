using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Reading;

/// <summary><c>id,entry,rate</c>: ids of entries joined by semicolons; attempts per year.</summary>
internal static class ScenariosFile
{
    internal static List<EntryScenario> Read(string path, IReadOnlyDictionary<string, int> nodes)
    {
        List<EntryScenario> scenarios = [];
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Read(path, ["id", "entry", "rate"], []))
        {
            var id = row.Required("id");
            if (!rows.TryAdd(id, row.At)) throw row.Refuse("id", $"is '{id}', as in row {rows[id]}", "Keep one row for each scenario.");
            _ = row.Required("entry");
            var rate = row.NotNegative("rate") ?? throw row.Refuse("rate", "is empty", "Give attempts per year; what is missing is never taken as nought.");
            int[] entries = [.. row.Ids("entry").Select(entry => EdgesFile.Known(row, "entry", entry, nodes)).Distinct()];
            if (entries.Length == 0) throw row.Refuse("entry", "names no node", "Give ids of nodes joined by semicolons.");
            scenarios.Add(new EntryScenario(id, entries, rate));
        }

        return scenarios;
    }
}
