namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>
/// Intervals by parametric bootstrap: paths and votes are drawn anew from the fitted model and estimated as the real ones were; how far those
/// estimates lie from the paths they came from, in units of their own curvature, is how far the real ones may lie from the truth.
/// </summary>
/// <remarks>
/// Misses are looked at by where the estimate lies, and their own quantiles are taken: the interval is wider on the side to which the estimate errs.
/// Points of all states and sessions serve together, so a few draws are enough.
/// </remarks>
internal static class Bootstrap
{
    private const int LeastMisses = 20_000;
    private const int MostRounds = 100;
    private const double Tolerance = 0.01;
    private const int Bins = 24;
    private const double Tail = 0.025;

    /// <summary>The ends of the 95 % interval of every point.</summary>
    internal static (double[] Low, double[] High) Intervals(PointFit fit, double[] spreads, IdealPointOptions options, CancellationToken cancel)
    {
        var misses = new List<(double Estimate, double Miss)>();
        for (var draw = 0; misses.Count < LeastMisses; draw++)
        {
            cancel.ThrowIfCancellationRequested();
            misses.AddRange(Misses(fit, draw, options, cancel));
        }

        misses.Sort();
        var places = new double[Bins];
        var (below, above) = (new double[Bins], new double[Bins]);
        for (var bin = 0; bin < Bins; bin++)
        {
            // Bins overlap by half on each side, so that the ends do not jump between neighbours.
            var (from, to) = (misses.Count * Math.Max(0, 2 * bin - 1) / (2 * Bins), misses.Count * Math.Min(2 * Bins, 2 * bin + 3) / (2 * Bins));
            var within = misses[from..to];
            places[bin] = within.Average(miss => miss.Estimate);
            var sizes = within.Select(miss => miss.Miss).Order().ToArray();
            (below[bin], above[bin]) = (sizes[(int)(sizes.Length * Tail)], sizes[(int)(sizes.Length * (1 - Tail))]);
        }

        var (low, high) = (new double[spreads.Length], new double[spreads.Length]);
        foreach (var at in fit.Walks.SelectMany(walk => walk.Points))
        {
            low[at] = fit.Points[at] + Between(places, below, fit.Points[at]) * spreads[at];
            high[at] = fit.Points[at] + Between(places, above, fit.Points[at]) * spreads[at];
        }

        return (low, high);
    }

    private static IEnumerable<(double Estimate, double Miss)> Misses(PointFit fit, int draw, IdealPointOptions options, CancellationToken cancel)
    {
        var truth = (double[])fit.Points.Clone();
        var random = new Random(draw);
        foreach (var walk in fit.Walks) walk.Draw(truth, fit.Information, random);
        var drawn = new PointFit([.. fit.Blocks.Select((block, at) => block.Drawn(truth, fit.Items, new Random(draw * 1_000_003 + at)))], fit.Items.Copy(), fit.Walks, (double[])fit.Points.Clone(), options.Threads);
        // The truth is put on the scale on which the estimate will be.
        PointFit.Standardise(fit.Walks, truth);
        drawn.Run(MostRounds, Tolerance, cancel);
        var spreads = drawn.Spreads();
        return [.. fit.Walks.SelectMany(walk => walk.Points).Select(at => (drawn.Points[at], (truth[at] - drawn.Points[at]) / spreads[at]))];
    }

    private static double Between(double[] places, double[] ends, double at)
    {
        var next = Array.BinarySearch(places, at);
        if (next < 0) next = ~next;
        if (next == 0) return ends[0];
        if (next == places.Length) return ends[^1];
        var share = (at - places[next - 1]) / Math.Max(1e-12, places[next] - places[next - 1]);
        return ends[next - 1] + share * (ends[next] - ends[next - 1]);
    }
}
