using System.Numerics;

namespace Noroshi.WeakLinks.Domain;

/// <summary>What a change removes, world by world: both questions are asked in the same worlds, so the error is that of the difference and not of two risks.</summary>
internal static class PairedRisk
{
    /// <summary>Million USD per year that <paramref name="after"/> has less than <paramref name="before"/>; both over one graph and the same values.</summary>
    internal static Interval Removed(ReachQuestion before, ReachQuestion after, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var (first, second) = (new ChanceDigits(before), new ChanceDigits(after));
        var sums = Strands.Run(worlds, threads, () => new { Before = new WorldBlock(first), After = new WorldBlock(second) }, () => new double[3], (pair, block, mask, sum) =>
        {
            var (had, has) = (Losses(pair.Before, before, seed, block, mask), Losses(pair.After, after, seed, block, mask));
            for (var left = mask; left != 0; left &= left - 1)
            {
                var world = BitOperations.TrailingZeroCount(left);
                var less = had[world] - has[world];
                (sum[0], sum[1], sum[2]) = (sum[0] + 1, sum[1] + less, sum[2] + (less * less));
            }
        }, cancel);
        var (count, total, squares) = (sums.Sum(sum => sum[0]), sums.Sum(sum => sum[1]), sums.Sum(sum => sum[2]));
        var mean = total / count;
        var width = count < 2 ? 0 : Interval.Quantile * Math.Sqrt(Math.Max(0, squares - (total * mean)) / (count - 1) / count);
        return new Interval(mean, mean - width, mean + width);
    }

    private static double[] Losses(WorldBlock block, ReachQuestion question, ulong seed, long number, ulong mask)
    {
        var loss = new double[64];
        var hits = new long[question.Targets.Length];
        block.Draw(seed, number, mask);
        for (var scenario = 0; scenario < question.Scenarios.Count; scenario++) block.AddLoss(scenario, loss, hits);
        return loss;
    }
}
