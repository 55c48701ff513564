using System.Globalization;
using Noroshi.Contracts;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>Puts recorded figures in the place of those that name them. What is not recorded is refused with the row that asks, never filled in.</summary>
internal sealed class FillFigures(FiguresFound found)
{
    /// <summary>True once something that was invented for an exercise was used.</summary>
    internal bool Exercise { get; private set; }

    internal void Nodes(List<LinkNode> nodes, IEnumerable<Wanted<MaturityAsk>> wanted)
    {
        foreach (var (row, place, ask) in wanted)
        {
            var levels = found.Levels.Where(level => level.State == ask.State).ToList();
            var level = levels.FirstOrDefault(one => one.Model == ask.Model && one.Code == ask.Code)
                ?? throw row.Refuse("m", $"names {ask.Basis}, of which nothing is recorded for {ask.State}{Known(levels)}", "Record the assessment, name another point, or give m as a number; what is missing is never taken as nought.");
            if (level.StaysInside) throw row.Refuse("m", $"names {ask.Basis}, whose record for {ask.State} is marked to stay in the organisation that entered it", "A study is read by others. Name another point, or give m as a number with a source that may be shown.");
            Exercise |= level.Exercise;
            nodes[place] = With(nodes[place], level);
            NodesFile.CheckRange(row, nodes[place]);
        }
    }

    internal void Arcs(List<LinkArc> arcs, IEnumerable<Wanted<TrafficAsk>> wanted)
    {
        foreach (var (row, place, ask) in wanted)
        {
            var days = found.Flows.FirstOrDefault(flow => flow.Ask == ask)?.Days;
            if (days is not { Watched: > 0 }) throw row.Refuse("q", $"asks what was observed of {ask.Who}, but in these {ask.Days} days the observatory holds nothing that may be read", "Import observations, ask for more days (observed/90), or give q as a number.");
            Exercise |= days.Exercise;
            arcs[place] = With(arcs[place], ask, days);
        }
    }

    /// <summary>The row's own cells count; what they leave open is taken from the registry.</summary>
    internal void Projects(List<Project> projects, IEnumerable<Wanted<string>> wanted)
    {
        foreach (var (row, place, id) in wanted)
        {
            var one = found.Projects.FirstOrDefault(registered => registered.Id == id) ?? throw row.Refuse("record", $"is '{id}', which is no project of the registry that may be read", "Give the id of its entry as the capacity room shows it, or leave the cell empty.");
            if (one.StaysInside) throw row.Refuse("record", $"is '{id}', which is marked to stay in the organisation that entered it", "A study is read by others. Leave the cell empty and give figures that may be shown.");
            Exercise |= one.Exercise;
            var project = projects[place];
            if (double.IsNaN(project.Cost))
            {
                project = project with
                {
                    Cost = one.MillionUsd ?? throw row.Refuse("cost", $"is empty, and '{id}' records {(one.Currencies.Count == 0 ? "no budget" : "its budget in " + string.Join(", ", one.Currencies))}", "Give the cost in million USD, at a rate that you can answer for."),
                };
            }

            projects[place] = project with
            {
                Tied = project.Tied ?? one.Tied,
                Months = project.Months ?? one.Months,
                Donor = project.Donor.Length > 0 ? project.Donor : one.Donor,
                Name = project.Name ?? new Naming(one.Title, one.Title),
            };
        }
    }

    /// <summary>What recorded projects teach of the effects of others.</summary>
    internal Realisation Learnt()
    {
        var taught = found.Projects.Where(one => one.Ratio is not null).ToList();
        Exercise |= taught.Any(one => one.Exercise);
        return Realisation.Learn([.. taught.Select(one => (one.Ratio!.Value, one.Error))]);
    }

    /// <summary>The node with a recorded level; its own range counts before the recorded one.</summary>
    internal static LinkNode With(LinkNode node, FiguresFound.Level level)
    {
        var drawn = node with { Maturity = level.Maturity, Source = level.Source, Basis = $"{level.Model}/{level.Code}" };
        // One bound alone says nothing of the other side: there the level itself stands.
        return node.Low is null && (level.Low ?? level.High) is not null ? drawn with { Low = level.Low ?? level.Maturity, High = level.High ?? level.Maturity } : drawn;
    }

    /// <summary>The arc with what was observed.</summary>
    internal static LinkArc With(LinkArc arc, TrafficAsk ask, ObservedDays days) => arc with
    {
        Given = null,
        Hits = days.Seen,
        Exposure = days.Watched,
        Source = string.Create(CultureInfo.InvariantCulture, $"Observatory, {days.From:yyyy-MM-dd} – {days.To:yyyy-MM-dd}, sensors: {days.Sensors}; {string.Join(", ", days.Geography)}"),
        Basis = string.Create(CultureInfo.InvariantCulture, $"{ask.Who}: {days.Seen}/{days.Watched} d"),
    };

    private static string Known(List<FiguresFound.Level> levels) => levels.Count == 0 ? "" : $" (recorded: {string.Join(", ", levels.Take(8).Select(level => $"{level.Model}/{level.Code}"))}{(levels.Count > 8 ? ", …" : "")})";
}
