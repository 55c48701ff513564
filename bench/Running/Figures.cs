namespace Noroshi.Bench;

/// <summary>Medians over the runs of one contender.</summary>
internal sealed record Figures(string Name, string Command, long Records, double CpuSeconds, double WallSeconds, double PeakMegabytes)
{
    public double RecordsPerCpuSecond => Records / CpuSeconds;

    public static Figures Of(Contender contender, string root, IReadOnlyList<Run> runs) => new(
        contender.Name,
        contender.CommandIn(root),
        contender.Records,
        Median(runs.Select(run => run.CpuSeconds)),
        Median(runs.Select(run => run.WallSeconds)),
        runs.Max(run => run.PeakMegabytes));

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
