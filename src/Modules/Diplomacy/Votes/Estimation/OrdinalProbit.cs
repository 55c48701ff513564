using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>The model of one choice: yes below the lower threshold, no above the upper one, abstain between, of slope × point + noise of the normal kind.</summary>
/// <remarks>
/// The normal tail is Abramowitz and Stegun 26.2.17 in its form density × polynomial, which keeps its relative error below one percent also
/// far out, where a difference of two probabilities would be nothing but rounding.
/// </remarks>
internal static class OrdinalProbit
{
    // Beyond this a choice is as surprising as it can be counted.
    private const double Farthest = 12;
    private const double RootOfTwoPi = 2.5066282746310002;

    /// <summary>What a cell contributes.</summary>
    /// <param name="LowerScore">Derivative of the log-probability of the choice by the lower threshold; 0 where absent.</param>
    /// <param name="UpperScore">The same by the upper threshold. By slope × point it is minus the sum of both.</param>
    /// <param name="Lower">Expected information about the lower threshold; 0 where absent.</param>
    /// <param name="Across">The same across both thresholds.</param>
    /// <param name="Upper">The same about the upper threshold.</param>
    internal readonly record struct Terms(Vector256<double> LowerScore, Vector256<double> UpperScore, Vector256<double> Lower, Vector256<double> Across, Vector256<double> Upper);

    /// <summary>Probabilities of yes, abstain and no.</summary>
    internal static (double Yes, double Abstain, double No) Probabilities(double slope, double lower, double upper, double point)
    {
        Chances(Vector256.Create(lower - slope * point), Vector256.Create(upper - slope * point), out _, out _, out var yes, out var abstain, out var no);
        return (yes[0], abstain[0], no[0]);
    }

    /// <summary>Where a threshold lies that this share of all falls below; close enough to begin with: the logistic quantile, narrowed to the normal's spread.</summary>
    internal static double Threshold(double share) => Math.Log(share / (1 - share)) / 1.702;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Terms At(Vector256<double> cell, Vector256<double> lower, Vector256<double> upper)
    {
        Chances(lower, upper, out var lowerDensity, out var upperDensity, out var yes, out var abstain, out var no);
        var (perYes, perAbstain, perNo) = (Vector256<double>.One / yes, Vector256<double>.One / abstain, Vector256<double>.One / no);
        var isYes = Vector256.Equals(cell, Vector256<double>.Zero);
        var isAbstain = Vector256.Equals(cell, Vector256<double>.One);
        var isNo = Vector256.Equals(cell, Vector256.Create(2.0));
        var isThere = isYes | isAbstain | isNo;
        return new Terms(
            (isYes & (lowerDensity * perYes)) - (isAbstain & (lowerDensity * perAbstain)),
            (isAbstain & (upperDensity * perAbstain)) - (isNo & (upperDensity * perNo)),
            isThere & (lowerDensity * lowerDensity * (perYes + perAbstain)),
            isThere & -(lowerDensity * upperDensity * perAbstain),
            isThere & (upperDensity * upperDensity * (perAbstain + perNo)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Chances(Vector256<double> lower, Vector256<double> upper, out Vector256<double> lowerDensity, out Vector256<double> upperDensity, out Vector256<double> yes, out Vector256<double> abstain, out Vector256<double> no)
    {
        var far = Vector256.Create(Farthest);
        var a = Vector256.Max(Vector256.Min(lower, far), -far);
        var b = Vector256.Max(Vector256.Min(upper, far), -far);
        lowerDensity = Density(a);
        upperDensity = Density(b);
        var (lowerTail, upperTail) = (lowerDensity * Mills(Vector256.Abs(a)), upperDensity * Mills(Vector256.Abs(b)));
        var one = Vector256<double>.One;
        var (lowerIsBelow, upperIsAbove) = (Vector256.LessThan(a, Vector256<double>.Zero), Vector256.GreaterThan(b, Vector256<double>.Zero));
        yes = Vector256.ConditionalSelect(lowerIsBelow, lowerTail, one - lowerTail);
        no = Vector256.ConditionalSelect(upperIsAbove, upperTail, one - upperTail);
        // Taken on the side where both are tails, so that nothing is lost by subtraction from one.
        var between = Vector256.ConditionalSelect(lowerIsBelow, Vector256.ConditionalSelect(upperIsAbove, one - lowerTail - upperTail, upperTail - lowerTail), lowerTail - upperTail);
        abstain = Vector256.Max(between, Vector256.Create(1e-30));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Density(Vector256<double> x) => Vector256.Exp(x * x * Vector256.Create(-0.5)) * Vector256.Create(1 / RootOfTwoPi);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Mills(Vector256<double> x)
    {
        var t = Vector256<double>.One / Vector256.MultiplyAddEstimate(Vector256.Create(0.2316419), x, Vector256<double>.One);
        var sum = Vector256.MultiplyAddEstimate(Vector256.Create(1.330274429), t, Vector256.Create(-1.821255978));
        sum = Vector256.MultiplyAddEstimate(sum, t, Vector256.Create(1.781477937));
        sum = Vector256.MultiplyAddEstimate(sum, t, Vector256.Create(-0.356563782));
        sum = Vector256.MultiplyAddEstimate(sum, t, Vector256.Create(0.319381530));
        return sum * t;
    }
}
