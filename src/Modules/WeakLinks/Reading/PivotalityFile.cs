namespace Noroshi.WeakLinks.Reading;

/// <summary><c>state,pi,eta,source</c>: how often a state's vote decides, and how far aid is assumed to move it. Both from 0 to 1; η is never measured.</summary>
internal static class PivotalityFile
{
    /// <summary>η·π by state.</summary>
    internal static Dictionary<string, double> Read(string path)
    {
        var worth = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Read(path, ["state", "pi", "eta"], ["source"]))
        {
            var pivotality = row.Number01("pi") ?? throw row.Refuse("pi", "is empty", "Give a number from 0 to 1, as votes forecast says it; what is missing is never taken as nought.");
            var assumed = row.Number01("eta") ?? throw row.Refuse("eta", "is empty", "Give what you assume, from 0 to 1; what is missing is never taken as nought.");
            if (!worth.TryAdd(row.Required("state"), pivotality * assumed)) throw row.Refuse("state", $"is '{row.Text("state")}' a second time", "Keep one row for each state.");
        }

        return worth;
    }
}
