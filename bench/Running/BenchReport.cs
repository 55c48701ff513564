using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Noroshi.Bench;

/// <summary>Writes results as a file for machines and a page for people, with the machine they came from.</summary>
internal sealed record BenchReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required DateTimeOffset At { get; init; }

    public required string Machine { get; init; }

    public required bool Quick { get; init; }

    public required int Rounds { get; init; }

    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    public required IReadOnlyList<DuelResult> Rows { get; init; }

    /// <summary>Loading and page queries of the store; null when left out.</summary>
    public StoreFigures? Store { get; init; }

    /// <summary>Rows that could not be run, and why.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }

    public async Task<string> WriteAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (Quick ? "-observatory-quick" : "-observatory"));
        await File.WriteAllTextAsync(name + ".json", JsonSerializer.Serialize(this, Json) + "\n", cancel);
        await File.WriteAllTextAsync(name + ".md", ToMarkdown(), cancel);
        return name + ".md";
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Observatory, {At.UtcDateTime:yyyy-MM-dd HH:mm}Z{(Quick ? ", quick" : string.Empty)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine}. Pairs of runs in turn, median of {Rounds}; CPU is user + system of the whole process, start-up included. Rates are per record, so rows marked † let the peer read a part only.\n\n");
        if (Quick) text.Append("The inputs are small and start-up weighs: this run proves the counts; the bars are judged by the whole run.\n\n");
        text.Append("| work | peer | ours CPU s (wall, peak) | peer CPU s (wall) | times faster (wall) | bar | counts | |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Work} | {row.Peer.Name}{(row.Scaled ? " †" : string.Empty)} | {row.Ours.CpuSeconds:0.00} ({row.Ours.WallSeconds:0.00}, {row.Ours.PeakMegabytes:0} MB) | {row.Peer.CpuSeconds:0.00} ({row.Peer.WallSeconds:0.00}) | {row.TimesFaster:0.00} ({row.TimesFasterWall:0.00}) | ≥ {row.Bar:0.00} | {Counts(row)} | {(row.Holds ? "holds" : Quick ? "not judged" : "**missed**")} |\n");
        }

        if (Store is { } store) text.Append('\n').Append(store.ToMarkdown());
        foreach (var reason in NotRun) text.Append(CultureInfo.InvariantCulture, $"\nNot run: {reason}\n");
        text.Append("\nVersions: ").AppendJoin(", ", Versions.Select(each => $"{each.Key} {each.Value}")).Append("\n\nCommands:\n\n");
        foreach (var command in Rows.SelectMany(row => (string[])[row.Ours.Command, row.Peer.Command]).Distinct()) text.Append(CultureInfo.InvariantCulture, $"    {command}\n");
        return text.ToString();
    }

    private static string Counts(DuelResult row) => row.Difference ?? (row.CountsCompared ? "equal" : "not comparable");
}
