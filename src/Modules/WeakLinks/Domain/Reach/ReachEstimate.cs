namespace Noroshi.WeakLinks.Domain;

/// <summary>What sampled worlds say. Intervals hold the error of sampling alone; what the assumptions do stands in the sensitivity.</summary>
internal sealed class ReachEstimate
{
    private readonly ReachTally _tally;
    private readonly double _variance;

    internal ReachEstimate(ReachQuestion question, ReachTally tally)
    {
        (Question, _tally) = (question, tally);
        var mean = tally.Loss / tally.Worlds;
        _variance = Variance(tally.LossSquared, tally.Loss);
        var width = Interval.Quantile * Math.Sqrt(_variance / tally.Worlds);
        // When nothing was ever reached the sample shows no spread; the rule of three says what may still be true.
        var high = tally.Loss > 0 ? mean + width : Math.Min(1, 3.0 / tally.Worlds) * LargestLoss(question);
        Risk = new Interval(mean, Math.Max(0, mean - width), high);
    }

    internal ReachQuestion Question { get; }

    /// <summary>Million USD per year.</summary>
    internal Interval Risk { get; }

    internal long Worlds => _tally.Worlds;

    /// <summary>D: million USD per year that closing the node would cut off.</summary>
    internal double CutOff(int node) => _tally.CutOff[node] / Worlds;

    /// <summary>W = D / R with the interval of a ratio (delta method); nought where there is no risk.</summary>
    internal Interval Share(int node)
    {
        if (_tally.Loss <= 0) return default;
        var ratio = _tally.CutOff[node] / _tally.Loss;
        var residual = Math.Max(0, _tally.CutOffSquared[node] - (2 * ratio * _tally.CutOffByLoss[node]) + (ratio * ratio * _tally.LossSquared));
        var width = Interval.Quantile * Math.Sqrt(residual) / _tally.Loss;
        return new Interval(ratio, Math.Max(0, ratio - width), Math.Min(1, ratio + width));
    }

    /// <summary>How likely one attempt of a scenario reaches a target.</summary>
    internal double Probability(int scenario, int targetPlace) => _tally.Hits[scenario][targetPlace] / (double)Worlds;

    /// <summary>Nodes by what they cut off, the largest first; equal ones in the order of the file.</summary>
    internal IReadOnlyList<int> Ranked() => [.. Enumerable.Range(0, _tally.CutOff.Length).Where(node => _tally.CutOff[node] > 0).OrderByDescending(node => _tally.CutOff[node]).ThenBy(node => node)];

    private double Variance(double squares, double sum) => Worlds < 2 ? 0 : Math.Max(0, (squares - (sum * sum / Worlds)) / (Worlds - 1));

    private static double LargestLoss(ReachQuestion question) => question.Scenarios.Sum(scenario => scenario.Rate) * question.Targets.Sum(target => question.Value[target]);
}
