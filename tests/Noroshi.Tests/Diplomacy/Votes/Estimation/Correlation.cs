namespace Noroshi.Tests.Diplomacy.Votes.Estimation;

/// <summary>How closely two lists of numbers go together.</summary>
internal static class Correlation
{
    internal static double Pearson(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (a, b) = (one.Average(), other.Average());
        var (together, first, second) = (0.0, 0.0, 0.0);
        for (var at = 0; at < one.Count; at++)
        {
            together += (one[at] - a) * (other[at] - b);
            first += (one[at] - a) * (one[at] - a);
            second += (other[at] - b) * (other[at] - b);
        }

        return together / Math.Sqrt(first * second);
    }

    internal static double Spearman(IReadOnlyList<double> one, IReadOnlyList<double> other) => Pearson(Ranks(one), Ranks(other));

    private static double[] Ranks(IReadOnlyList<double> numbers)
    {
        var ranks = new double[numbers.Count];
        foreach (var (rank, at) in Enumerable.Range(0, numbers.Count).OrderBy(at => numbers[at]).Index()) ranks[at] = rank;
        return ranks;
    }
}
