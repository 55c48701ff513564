namespace Noroshi.WeakLinks.Domain;

/// <summary>A figure with the ends of its 95 % interval.</summary>
internal readonly record struct Interval(double Mean, double Low, double High)
{
    /// <summary>The normal quantile of 97.5 %.</summary>
    internal const double Quantile = 1.959963984540054;
}
