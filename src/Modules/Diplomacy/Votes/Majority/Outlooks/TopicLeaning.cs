using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How far a state stands from its ideal point on this subject: what its own votes on similar texts tell beyond the line.</summary>
/// <remarks>
/// On the scale of the probit: as if the state were that much nearer to no than its point says. Normal before anything is known; a grid, since one or
/// two votes leave a lopsided answer. Only texts that please the same side count: whoever supports one of two rival texts says nothing against the other.
/// </remarks>
internal static class TopicLeaning
{
    /// <summary>Grid of leanings.</summary>
    internal static double[] Grid { get; } = [.. Enumerable.Range(-28, 57).Select(at => at / 8.0)];

    /// <summary>Weights of the grid after a state's votes; together 1.</summary>
    /// <param name="votes">The state's choice and the position of each text, how old it is in sessions, and where the state stood then.</param>
    /// <param name="slope">The slope of the planned text; texts of the other sign are left out.</param>
    /// <param name="options">What is taken as known.</param>
    internal static double[] After(IEnumerable<(Choice Choice, TextPosition Text, int Age, double Point)> votes, double slope, ForecastOptions options)
    {
        var weights = new double[Grid.Length];
        for (var at = 0; at < weights.Length; at++) weights[at] = -Grid[at] * Grid[at] / (2 * options.LeaningSpread * options.LeaningSpread);
        foreach (var (choice, text, age, point) in votes)
        {
            if (text.Slope * slope < 0) continue;
            var counts = Math.Pow(0.5, age / options.Memory);
            for (var at = 0; at < weights.Length; at++)
            {
                var (yes, abstain, no) = OrdinalProbit.Probabilities(text.Slope / options.Noise, (text.Lower - Grid[at]) / options.Noise, (text.Upper - Grid[at]) / options.Noise, point);
                weights[at] += counts * Math.Log(Math.Max(1e-6, choice switch { Choice.Yes => yes, Choice.Abstain => abstain, _ => no }));
            }
        }

        var (highest, sum) = (weights.Max(), 0.0);
        for (var at = 0; at < weights.Length; at++) sum += weights[at] = Math.Exp(weights[at] - highest);
        for (var at = 0; at < weights.Length; at++) weights[at] /= sum;
        return weights;
    }
}
