using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Answers;

/// <summary>A figure in million USD per year with its 95 % interval.</summary>
internal sealed record MoneyFigure(double Mean, double Low, double High, string Unit)
{
    internal const string Yearly = "million USD per year";

    internal static MoneyFigure Of(Interval interval) => new(interval.Mean, interval.Low, interval.High, Yearly);
}
