using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>Hides cells that rest on so few sources that a single one could be told from them.</summary>
/// <remarks>
/// A cell is hidden below <see cref="Threshold"/> sources. Where exactly one cell of a table would be hidden the next smallest goes with it,
/// since one missing cell can be computed from the total.
/// </remarks>
internal static class Suppression
{
    internal const int Threshold = 5;

    internal static bool Hides(long sources) => sources < Threshold;

    /// <summary>The rows that may be shown, and how many were hidden.</summary>
    internal static (IReadOnlyList<TopRow> Rows, int Hidden) Apply(IReadOnlyList<TopRow> rows)
    {
        var shown = rows.Where(row => !Hides(row.Sources)).ToList();
        var hidden = rows.Count - shown.Count;
        if (hidden == 1 && shown.Count > 0)
        {
            shown.Remove(shown.MinBy(row => row.Sources)!);
            hidden++;
        }

        return (shown, hidden);
    }

    /// <summary>The bins that may be shown, and how many cells were hidden.</summary>
    internal static (IReadOnlyList<SeriesPoint> Points, int Hidden) Apply(IReadOnlyList<SeriesPoint> points)
    {
        var shown = new List<SeriesPoint>(points.Count);
        foreach (var bin in points.GroupBy(point => point.At))
        {
            var cells = bin.Where(cell => !Hides(cell.Sources)).ToList();
            if (bin.Count() - cells.Count == 1 && cells.Count > 0) cells.Remove(cells.MinBy(cell => cell.Sources)!);
            shown.AddRange(cells);
        }

        return (shown, points.Count - shown.Count);
    }
}
