namespace Noroshi.WeakLinks.Domain;

/// <summary>What sampled worlds say. Intervals hold the error of sampling alone; what the assumptions do stands in the sensitivity.</summary>
internal sealed class ReachEstimate
{
    private readonly EntryLinks _entries;
    private readonly ReachTally _tally;
    private readonly double _variance;

    internal ReachEstimate(ReachQuestion question, EntryLinks entries, ReachTally tally)
    {
        (Question, _entries, _tally) = (question, entries, tally);
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

    /// <summary>What closing the node would cut off where attempts pass it; where they begin with it is left out.</summary>
    internal double CutOffAsLink(int node) => _entries.PlaceOf(node) is >= 0 and var place ? CutOff(place) : 0;

    /// <summary>The same as a share of the risk.</summary>
    internal Interval ShareAsLink(int node) => _entries.PlaceOf(node) is >= 0 and var place ? Share(place) : default;

    internal bool IsEntry(int node) => _entries.IsEntry(node);

    /// <summary>Nodes by what they cut off, the largest first; equal ones in the order of the file.</summary>
    internal IReadOnlyList<int> Ranked() => Ranked(CutOff);

    /// <summary>Nodes by what they cut off where attempts pass them. What attempts begin with is no link between others.</summary>
    internal IReadOnlyList<int> RankedLinks() => Ranked(CutOffAsLink);

    private IReadOnlyList<int> Ranked(Func<int, double> by) =>
        _tally.CutOff.Length == 0 ? [] : [.. Enumerable.Range(0, Question.Graph.NodeCount).Where(node => by(node) > 0).OrderByDescending(by).ThenBy(node => node)];

    private double Variance(double squares, double sum) => Worlds < 2 ? 0 : Math.Max(0, (squares - (sum * sum / Worlds)) / (Worlds - 1));

    private static double LargestLoss(ReachQuestion question) => question.Scenarios.Sum(scenario => scenario.Rate) * question.Targets.Sum(target => question.Value[target]);
}
