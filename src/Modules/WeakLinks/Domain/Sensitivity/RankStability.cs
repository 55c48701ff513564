namespace Noroshi.WeakLinks.Domain;

/// <summary>How much of a ranking is left when an assumption changes.</summary>
internal static class RankStability
{
    /// <summary>The part of the first ten that is among the other's first ten; one where both are empty.</summary>
    internal static double Overlap(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var (one, other) = (first.Take(10).ToHashSet(), second.Take(10).ToHashSet());
        var most = Math.Max(one.Count, other.Count);
        return most == 0 ? 1 : one.Count(other.Contains) / (double)most;
    }

    /// <summary>Kendall's τ-b of two scores of the same things, −1 to 1; null where one of them tells nothing apart.</summary>
    internal static double? Tau(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (agree, firstApart, secondApart) = (0L, 0L, 0L);
        for (var one = 0; one < first.Count; one++)
        {
            for (var other = one + 1; other < first.Count; other++)
            {
                var (left, right) = (Math.Sign(first[one] - first[other]), Math.Sign(second[one] - second[other]));
                agree += left * right;
                firstApart += Math.Abs(left);
                secondApart += Math.Abs(right);
            }
        }

        return firstApart == 0 || secondApart == 0 ? null : agree / Math.Sqrt((double)firstApart * secondApart);
    }
}
