namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>The path of one state: each session it votes in is a normal step away from the last, wider over a gap.</summary>
/// <param name="Points">Positions of its points, by session.</param>
/// <param name="Precisions">Of the steps between them; one less than points.</param>
internal sealed record RandomWalk(int[] Points, double[] Precisions)
{
    // States that nearly always stand alone would run off the scale; drawn this weakly to its middle they do not, and hardly nearer than they are.
    private const double Pull = 0.05;
    private const double LargestStep = 0.8;

    /// <summary>The paths of all states of the blocks.</summary>
    /// <param name="blocks">The sessions in order.</param>
    /// <param name="step">Standard deviation of a step between two sessions that follow each other.</param>
    internal static IReadOnlyList<RandomWalk> Of(IReadOnlyList<VoteBlock> blocks, double step)
    {
        var paths = new SortedDictionary<int, List<(int Point, int Session)>>();
        foreach (var block in blocks)
        {
            for (var column = 0; column < block.States.Length; column++)
            {
                if (!paths.TryGetValue(block.States[column], out var path)) paths.Add(block.States[column], path = []);
                path.Add((block.Offset + column, block.Session));
            }
        }

        return [.. paths.Values.Select(path => new RandomWalk([.. path.Select(at => at.Point)], [.. path.Zip(path.Skip(1), (one, next) => 1 / (step * step * (next.Session - one.Session)))]))];
    }

    /// <summary>Moves the path by one scoring step: a tridiagonal system, solved in one sweep forth and one back.</summary>
    /// <param name="points">All points; those of the path are moved.</param>
    /// <param name="scores">Of every point.</param>
    /// <param name="information">Of every point.</param>
    /// <param name="scale">What keeps each session on the common scale.</param>
    internal void Step(double[] points, double[] scores, double[] information, SessionScale scale)
    {
        var length = Points.Length;
        Span<double> pivots = stackalloc double[length];
        Span<double> rest = stackalloc double[length];
        for (var at = 0; at < length; at++)
        {
            var point = Points[at];
            pivots[at] = information[point] + Prior(at) + Math.Max(0, scale.Pulls[point]);
            rest[at] = scores[point] - Pull * points[point]
                - scale.Pulls[point] * points[point] - scale.Shifts[point]
                - (at == 0 ? 0 : Precisions[at - 1] * (points[point] - points[Points[at - 1]]))
                + (at + 1 < length ? Precisions[at] * (points[Points[at + 1]] - points[point]) : 0);
            if (at == 0) continue;
            var factor = -Precisions[at - 1] / pivots[at - 1];
            pivots[at] += factor * Precisions[at - 1];
            rest[at] -= factor * rest[at - 1];
        }

        var move = 0.0;
        for (var at = length - 1; at >= 0; at--)
        {
            move = (rest[at] + (at + 1 < length ? Precisions[at] * move : 0)) / pivots[at];
            points[Points[at]] += Math.Clamp(move, -LargestStep, LargestStep);
        }
    }

    /// <summary>Variances of the path's points: the diagonal of the inverse, from the pivots of both directions.</summary>
    internal void Variances(double[] information, double[] variances)
    {
        var length = Points.Length;
        Span<double> forth = stackalloc double[length];
        Span<double> back = stackalloc double[length];
        for (var at = 0; at < length; at++) forth[at] = information[Points[at]] + Prior(at) - (at == 0 ? 0 : Precisions[at - 1] * Precisions[at - 1] / forth[at - 1]);
        for (var at = length - 1; at >= 0; at--)
        {
            var diagonal = information[Points[at]] + Prior(at);
            back[at] = diagonal - (at + 1 == length ? 0 : Precisions[at] * Precisions[at] / back[at + 1]);
            variances[Points[at]] = 1 / (forth[at] + back[at] - diagonal);
        }
    }

    /// <summary>Moves the path to one drawn from what the votes leave open about it.</summary>
    internal void Draw(double[] points, double[] information, Random random)
    {
        // A = L·Lᵀ with A tridiagonal; x = L⁻ᵀ·z has the covariance A⁻¹.
        var length = Points.Length;
        Span<double> diagonal = stackalloc double[length];
        for (var at = 0; at < length; at++)
        {
            var below = at == 0 ? 0 : -Precisions[at - 1] / diagonal[at - 1];
            diagonal[at] = Math.Sqrt(information[Points[at]] + Prior(at) - below * below);
        }

        var move = 0.0;
        for (var at = length - 1; at >= 0; at--)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            move = (normal + (at + 1 < length ? Precisions[at] / diagonal[at] * move : 0)) / diagonal[at];
            points[Points[at]] += move;
        }
    }

    private double Prior(int at) => Pull + (at == 0 ? 0 : Precisions[at - 1]) + (at < Precisions.Length ? Precisions[at] : 0);
}
