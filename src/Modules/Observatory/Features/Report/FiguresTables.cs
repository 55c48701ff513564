using System.Globalization;
using Noroshi.Observatory.Domain;
using Spectre.Console;

namespace Noroshi.Observatory.Features;

/// <summary>Writes the overview's figures for a person at a terminal.</summary>
internal static class FiguresTables
{
    internal static void Write(TextWriter output, Figures figures)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        var (filter, totals) = (figures.Filter, figures.Totals);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{filter.From:yyyy-MM-dd HH:mm} to {filter.To:yyyy-MM-dd HH:mm} UTC, counted in {Name(filter.Unit)}s, research {(filter.IncludeResearch ? "included" : "left out")}"));
        console.WriteLine($"{Number(totals.Events)} events from {About(totals.SourcesAreEstimated)}{Number(totals.Sources)} sources at {totals.Sensors.Count} sensors; research {Number(totals.ResearchEvents)}, backscatter {Number(totals.BackscatterEvents)}");
        console.Write(Kinds(figures.Series));
        foreach (var by in Figures.Tables)
        {
            if (figures.Top[by].Count > 0) console.Write(Top(by, figures.Top[by]));
        }
    }

    private static Table Kinds(IReadOnlyList<SeriesPoint> series)
    {
        var table = new Table().Title("Origin and target").AddColumn("origin").AddColumn("target").AddColumn(Right("events"));
        foreach (var group in series.GroupBy(point => (point.Origin, point.TargetKind)).OrderByDescending(group => group.Sum(point => point.Events)))
            table.AddRow(Name(group.Key.Origin), Name(group.Key.TargetKind), Number(group.Sum(point => point.Events)));
        return table;
    }

    private static Table Top(Dimension by, IReadOnlyList<TopRow> rows)
    {
        var table = new Table().Title(by == Dimension.Network ? "Networks used" : $"By {Name(by)}")
            .AddColumn(Right("rank")).AddColumn(Right("before")).AddColumn(Name(by)).AddColumn(Right("sources")).AddColumn(Right("events"));
        foreach (var row in rows)
        {
            table.AddRow(
                Number(row.Rank),
                row.PreviousRank is { } before ? Number(before) : "new",
                Markup.Escape(row.Key.Length == 0 ? "unknown" : row.Key),
                About(row.SourcesAreEstimated) + Number(row.Sources),
                Number(row.Events));
        }

        return table;
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static string About(bool estimated) => estimated ? "~" : "";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
