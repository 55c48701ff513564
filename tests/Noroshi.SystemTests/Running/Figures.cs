using System.Text.Json;

namespace Noroshi.SystemTests.Running;

/// <summary>What a data folder holds, as its own report says.</summary>
internal static class Figures
{
    /// <summary>Events by unit over all time, as text that can be compared.</summary>
    internal static async Task<string> OfAsync(string data)
    {
        var report = (await Verb.RunAsync("observe", "report", "--data", data, "--from", "2020-01-01", "--to", "2027-01-01", "--include-research", "--json")).Succeeded();
        return report.Json.GetProperty("totals").GetProperty("byUnit").GetRawText();
    }

    /// <summary>Packets held; 0 when the folder holds no observations yet.</summary>
    internal static async Task<long> PacketsAsync(string data)
    {
        if (!File.Exists(Path.Combine(data, "observations.duckdb")))
            return 0;
        using var units = JsonDocument.Parse(await OfAsync(data));
        return units.RootElement.TryGetProperty("packet", out var packets) ? packets.GetInt64() : 0;
    }
}
