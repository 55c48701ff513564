using System.Globalization;
using Noroshi.Observatory.Domain;
using Spectre.Console;

namespace Noroshi.Observatory.Features;

/// <summary>Writes a summary as tables for people.</summary>
internal static class SummariseTables
{
    public static void Write(TextWriter output, SummariseRun run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        foreach (var (unit, count) in run.Units) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{count:N0} {Plural(unit)}");
        if (run is { From: { } from, To: { } to }) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{from.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z to {to.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
        if (run.Geography is { } geography)
        {
            console.WriteLine(geography.HasData
                ? $"Countries and networks by {geography.Version}"
                : "Countries and networks are not known: there is no range data here. Restore it with npm ci, or give an exercise overlay with --overlay.");
        }

        foreach (var (kind, met) in run.Skipped) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]not counted: {met.Count:N0} × {kind}[/]");
        foreach (var (reason, met) in run.Rejected) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]rejected: {met.Count:N0} × {reason} (first: {met.First})[/]");
        if (run.Request.CountOnly)
        {
            foreach (var (grouping, distinct) in run.Distinct()) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{grouping.Name}: {distinct:N0} groups");
            return;
        }

        foreach (var (grouping, rows) in run.Groups())
        {
            var table = new Table().Title($"by {grouping.Name}").AddColumn(grouping.Name);
            if (run.Units.Count > 1) table.AddColumn("unit");
            table.AddColumn(new TableColumn(run.Units.Count == 1 ? Plural(run.Units.Keys.First()) : "events").RightAligned());
            table.AddColumn(new TableColumn("sources").RightAligned());
            foreach (var row in rows)
            {
                var cells = new List<string> { row.Key.EscapeMarkup() };
                if (run.Units.Count > 1) cells.Add(Plural(row.Unit));
                cells.Add(row.Events.ToString("N0", CultureInfo.InvariantCulture));
                cells.Add(row.Sources.ToString("N0", CultureInfo.InvariantCulture));
                table.AddRow([.. cells]);
            }

            console.WriteLine();
            console.Write(table);
        }
    }

    private static string Plural(CountingUnit unit) => unit switch
    {
        CountingUnit.Packet => "packets",
        CountingUnit.Flow => "flows",
        CountingUnit.Alert => "alerts",
        _ => "reports",
    };
}
