namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Points and items on their way to the most probable values, in turn.</summary>
/// <param name="blocks">The votes.</param>
/// <param name="items">What was asked; moved in place.</param>
/// <param name="walks">The paths of the states.</param>
/// <param name="points">Where they stand; moved in place.</param>
/// <param name="threads">Threads; the result does not depend on them.</param>
internal sealed class PointFit(IReadOnlyList<VoteBlock> blocks, Items items, IReadOnlyList<RandomWalk> walks, double[] points, int threads)
{
    private readonly Passes _passes = new(blocks, items, threads);
    private readonly SessionScale _scale = new(blocks, points.Length);
    private readonly double[] _scores = new double[points.Length];
    private readonly double[] _information = new double[points.Length];
    private readonly double[] _sums = new double[items.Rows * Items.SumsPerRow];

    internal IReadOnlyList<VoteBlock> Blocks => blocks;

    internal Items Items => items;

    internal IReadOnlyList<RandomWalk> Walks => walks;

    internal double[] Points => points;

    /// <summary>What the votes told of each point when <see cref="Spreads"/> was last asked, doubt about the items taken off.</summary>
    internal double[] Information => _information;

    /// <summary>Goes on until no point moves farther than the tolerance, or the rounds are used up.</summary>
    internal (int Rounds, bool Converged) Run(int mostRounds, double tolerance, CancellationToken cancel)
    {
        var before = new double[points.Length];
        for (var round = 1; round <= mostRounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            points.CopyTo(before, 0);
            _passes.SumByPoint(points, _scores, _information);
            _scale.Measure(points);
            foreach (var walk in walks) walk.Step(points, _scores, _information, _scale);
            Rescale();
            StepItems();
            if (Farthest(before) < tolerance) return (round, true);
        }

        return (mostRounds, false);
    }

    /// <summary>Moves every item by one step, the points standing still.</summary>
    internal void StepItems()
    {
        _passes.SumByRow(points, _sums);
        items.Step(_sums);
    }

    /// <summary>Standard deviations of the points from the curvature.</summary>
    /// <remarks>
    /// Information about a point given the items is too much where the items are not known either: what their doubt adds to the variance of
    /// one session's measurement is taken off before the walk is solved.
    /// </remarks>
    internal double[] Spreads()
    {
        _passes.SumByRow(points, _sums);
        items.Measure(_sums);
        _passes.SumByPoint(points, _scores, _information);
        _passes.SumDoubt(points, _scores);
        for (var at = 0; at < points.Length; at++) _information[at] = _information[at] > 0 ? _information[at] * _information[at] / (_information[at] + _scores[at]) : 0;
        var spreads = new double[points.Length];
        foreach (var walk in walks) walk.Variances(_information, spreads);
        for (var at = 0; at < points.Length; at++) spreads[at] = Math.Sqrt(spreads[at]);
        return spreads;
    }

    /// <summary>Puts points on the scale of mean 0 and spread 1 over all states and sessions: the model leaves it free.</summary>
    internal static (double Middle, double Spread) Standardise(IReadOnlyList<RandomWalk> walks, double[] points)
    {
        double count = walks.Sum(walk => walk.Points.Length);
        var middle = walks.Sum(walk => walk.Points.Sum(at => points[at])) / count;
        var spread = Math.Sqrt(walks.Sum(walk => walk.Points.Sum(at => (points[at] - middle) * (points[at] - middle))) / count);
        if (spread < 1e-6) return (0, 1);
        foreach (var at in walks.SelectMany(walk => walk.Points)) points[at] = (points[at] - middle) / spread;
        return (middle, spread);
    }

    private void Rescale()
    {
        var (middle, spread) = Standardise(walks, points);
        items.Rescale(middle, spread);
    }

    private double Farthest(double[] before)
    {
        var farthest = 0.0;
        for (var at = 0; at < points.Length; at++) farthest = Math.Max(farthest, Math.Abs(points[at] - before[at]));
        return farthest;
    }
}
