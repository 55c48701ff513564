using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>The passes over all votes. Sessions are independent of each other and summed in their own order, so threads change no digit.</summary>
/// <remarks>Compiled to the full at once: an estimate takes about a second, too short for the loops to be found hot on the way.</remarks>
internal sealed class Passes(IReadOnlyList<VoteBlock> blocks, Items items, int threads)
{
    // The largest first, so that no thread is left with one at the end.
    private readonly VoteBlock[] _largestFirst = [.. blocks.OrderByDescending(block => block.Cells.Length)];

    /// <summary>For every row what it says about its item.</summary>
    internal void SumByRow(double[] points, double[] sums) => Each([MethodImpl(MethodImplOptions.AggressiveOptimization)] (block) =>
    {
        var of = Vectors(points.AsSpan(block.Offset, block.Width));
        for (var row = 0; row < block.RollCalls.Length; row++)
        {
            var item = items.OfRow(block.First + row);
            var (slope, lower, upper) = (Vector256.Create(items.Slopes[item]), Vector256.Create(items.Lower[item]), Vector256.Create(items.Upper[item]));
            var cells = Vectors(block.Row(row));
            Vector256<double> scoreSlope = default, scoreLower = default, scoreUpper = default, ss = default, sl = default, su = default, ll = default, lu = default, uu = default;
            for (var at = 0; at < cells.Length; at++)
            {
                var point = of[at];
                var shift = slope * point;
                var terms = OrdinalProbit.At(cells[at], lower - shift, upper - shift);
                var (byLower, byUpper) = (terms.Lower + terms.Across, terms.Across + terms.Upper);
                scoreSlope -= point * (terms.LowerScore + terms.UpperScore);
                scoreLower += terms.LowerScore;
                scoreUpper += terms.UpperScore;
                ss += point * point * (byLower + byUpper);
                sl -= point * byLower;
                su -= point * byUpper;
                ll += terms.Lower;
                lu += terms.Across;
                uu += terms.Upper;
            }

            var sum = sums.AsSpan((block.First + row) * Items.SumsPerRow, Items.SumsPerRow);
            (sum[0], sum[1], sum[2]) = (Vector256.Sum(scoreSlope), Vector256.Sum(scoreLower), Vector256.Sum(scoreUpper));
            (sum[3], sum[4], sum[5]) = (Vector256.Sum(ss), Vector256.Sum(sl), Vector256.Sum(su));
            (sum[6], sum[7], sum[8]) = (Vector256.Sum(ll), Vector256.Sum(lu), Vector256.Sum(uu));
        }
    });

    /// <summary>For every point its score and its information given the items.</summary>
    internal void SumByPoint(double[] points, double[] scores, double[] information) => Each([MethodImpl(MethodImplOptions.AggressiveOptimization)] (block) =>
    {
        var of = Vectors(points.AsSpan(block.Offset, block.Width));
        var score = Writable(scores, block);
        var known = Writable(information, block);
        score.Clear();
        known.Clear();
        for (var row = 0; row < block.RollCalls.Length; row++)
        {
            var item = items.OfRow(block.First + row);
            var (slope, lower, upper) = (Vector256.Create(items.Slopes[item]), Vector256.Create(items.Lower[item]), Vector256.Create(items.Upper[item]));
            var cells = Vectors(block.Row(row));
            for (var at = 0; at < cells.Length; at++)
            {
                var shift = slope * of[at];
                var terms = OrdinalProbit.At(cells[at], lower - shift, upper - shift);
                score[at] -= slope * (terms.LowerScore + terms.UpperScore);
                known[at] += slope * slope * (terms.Lower + terms.Across + terms.Across + terms.Upper);
            }
        }
    });

    /// <summary>For every point the variance of its score that comes from not knowing the items.</summary>
    internal void SumDoubt(double[] points, double[] doubt) => Each([MethodImpl(MethodImplOptions.AggressiveOptimization)] (block) =>
    {
        var of = Vectors(points.AsSpan(block.Offset, block.Width));
        var sum = Writable(doubt, block);
        sum.Clear();
        for (var row = 0; row < block.RollCalls.Length; row++)
        {
            var item = items.OfRow(block.First + row);
            var (slope, lower, upper) = (Vector256.Create(items.Slopes[item]), Vector256.Create(items.Lower[item]), Vector256.Create(items.Upper[item]));
            var c = items.Covariances.AsSpan(item * 6, 6);
            var (ss, sl, su) = (Vector256.Create(c[0]), Vector256.Create(2 * c[1]), Vector256.Create(2 * c[2]));
            var (ll, lu, uu) = (Vector256.Create(c[3]), Vector256.Create(2 * c[4]), Vector256.Create(c[5]));
            var cells = Vectors(block.Row(row));
            for (var at = 0; at < cells.Length; at++)
            {
                var shift = slope * of[at];
                var terms = OrdinalProbit.At(cells[at], lower - shift, upper - shift);
                var (byLower, byUpper) = (-(terms.Lower + terms.Across), -(terms.Across + terms.Upper));
                var bySlope = -of[at] * (byLower + byUpper);
                sum[at] += slope * slope * (bySlope * (ss * bySlope + sl * byLower + su * byUpper) + byLower * (ll * byLower + lu * byUpper) + uu * byUpper * byUpper);
            }
        }
    });

    private void Each(Action<VoteBlock> pass) => Parallel.ForEach(_largestFirst, new ParallelOptions { MaxDegreeOfParallelism = threads }, pass);

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers);

    private static Span<Vector256<double>> Writable(double[] numbers, VoteBlock block) => MemoryMarshal.Cast<double, Vector256<double>>(numbers.AsSpan(block.Offset, block.Width));
}
