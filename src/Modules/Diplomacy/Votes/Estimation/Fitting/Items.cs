using System.Runtime.Intrinsics;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>What is asked in roll calls: slope and two thresholds each; repeated texts share theirs.</summary>
internal sealed class Items
{
    /// <summary>Sums that a row of votes gives for its item: three scores, then the information, upper triangle row by row (slope, lower, upper).</summary>
    internal const int SumsPerRow = 9;

    // As if at the middle of the scale one more voter had cast this much of each choice: keeps thresholds apart and finite.
    private const double PriorVoter = 0.3;
    private const double PriorSpreadOfSlopes = 0.6;
    private const double LargestStep = 1.0;
    private const double LeastGap = 1e-3;

    private readonly int[] _ofRow;

    /// <param name="ofRow">The item of each row of the blocks.</param>
    /// <param name="count">How many items there are.</param>
    internal Items(int[] ofRow, int count)
    {
        _ofRow = ofRow;
        (Slopes, Lower, Upper, Covariances) = (new double[count], new double[count], new double[count], new double[count * 6]);
    }

    internal int Count => Slopes.Length;

    /// <summary>Rows of the blocks; at least as many as items.</summary>
    internal int Rows => _ofRow.Length;

    internal double[] Slopes { get; }

    internal double[] Lower { get; }

    internal double[] Upper { get; }

    /// <summary>Covariance of slope, lower and upper of each item given the points: upper triangle row by row.</summary>
    internal double[] Covariances { get; }

    internal int OfRow(int row) => _ofRow[row];

    /// <summary>The same items, to be moved on their own.</summary>
    internal Items Copy()
    {
        var copy = new Items(_ofRow, Count);
        Slopes.CopyTo(copy.Slopes, 0);
        Lower.CopyTo(copy.Lower, 0);
        Upper.CopyTo(copy.Upper, 0);
        return copy;
    }

    /// <summary>Moves every item by one scoring step.</summary>
    /// <param name="sums">Of every row, <see cref="SumsPerRow"/> each.</param>
    internal void Step(double[] sums)
    {
        var total = Total(sums);
        for (var item = 0; item < Count; item++)
        {
            var of = total.AsSpan(item * SumsPerRow, SumsPerRow);
            var (slope, lower, upper) = Solve(Inverse(of), of);
            Slopes[item] += Math.Clamp(slope, -LargestStep, LargestStep);
            (lower, upper) = (Math.Clamp(lower, -LargestStep, LargestStep), Math.Clamp(upper, -LargestStep, LargestStep));
            while (Upper[item] + upper - Lower[item] - lower < LeastGap && Math.Max(Math.Abs(lower), Math.Abs(upper)) > 1e-9) (lower, upper) = (lower / 2, upper / 2);
            Lower[item] += lower;
            Upper[item] += upper;
        }
    }

    /// <summary>Takes down how well each item is known.</summary>
    internal void Measure(double[] sums)
    {
        var total = Total(sums);
        for (var item = 0; item < Count; item++)
        {
            var (ss, sl, su, ll, lu, uu) = Inverse(total.AsSpan(item * SumsPerRow, SumsPerRow));
            double[] covariance = [ss, sl, su, ll, lu, uu];
            covariance.CopyTo(Covariances, item * 6);
        }
    }

    /// <summary>Keeps what was asked the same when points become (point − middle) / spread.</summary>
    internal void Rescale(double middle, double spread)
    {
        for (var item = 0; item < Count; item++)
        {
            Lower[item] -= Slopes[item] * middle;
            Upper[item] -= Slopes[item] * middle;
            Slopes[item] *= spread;
        }
    }

    private double[] Total(double[] sums)
    {
        var total = new double[Count * SumsPerRow];
        for (var row = 0; row < _ofRow.Length; row++)
        {
            for (var at = 0; at < SumsPerRow; at++) total[_ofRow[row] * SumsPerRow + at] += sums[row * SumsPerRow + at];
        }

        for (var item = 0; item < Count; item++) AddPrior(item, total.AsSpan(item * SumsPerRow, SumsPerRow));
        return total;
    }

    private void AddPrior(int item, Span<double> sums)
    {
        var (lower, upper) = (Vector256.Create(Lower[item]), Vector256.Create(Upper[item]));
        // One lane for each choice.
        var terms = OrdinalProbit.At(Vector256.Create(0.0, 1, 2, VoteBlock.Absent), lower, upper);
        sums[0] -= Slopes[item] / (PriorSpreadOfSlopes * PriorSpreadOfSlopes);
        sums[3] += 1 / (PriorSpreadOfSlopes * PriorSpreadOfSlopes);
        sums[1] += PriorVoter * Vector256.Sum(terms.LowerScore);
        sums[2] += PriorVoter * Vector256.Sum(terms.UpperScore);
        sums[6] += PriorVoter * Vector256.Sum(terms.Lower);
        sums[7] += PriorVoter * Vector256.Sum(terms.Across);
        sums[8] += PriorVoter * Vector256.Sum(terms.Upper);
    }

    private static (double Slope, double Lower, double Upper) Solve((double SS, double SL, double SU, double LL, double LU, double UU) c, ReadOnlySpan<double> score) =>
        (c.SS * score[0] + c.SL * score[1] + c.SU * score[2], c.SL * score[0] + c.LL * score[1] + c.LU * score[2], c.SU * score[0] + c.LU * score[1] + c.UU * score[2]);

    private static (double SS, double SL, double SU, double LL, double LU, double UU) Inverse(ReadOnlySpan<double> sums)
    {
        // A touch on the diagonal keeps an item that nearly nobody divided on invertible.
        var (ss, sl, su, ll, lu, uu) = (sums[3] + 1e-6, sums[4], sums[5], sums[6] + 1e-6, sums[7], sums[8] + 1e-6);
        var (c11, c12, c13) = (ll * uu - lu * lu, su * lu - sl * uu, sl * lu - su * ll);
        var determinant = ss * c11 + sl * c12 + su * c13;
        return (c11 / determinant, c12 / determinant, c13 / determinant, (ss * uu - su * su) / determinant, (su * sl - ss * lu) / determinant, (ss * ll - sl * sl) / determinant);
    }
}
