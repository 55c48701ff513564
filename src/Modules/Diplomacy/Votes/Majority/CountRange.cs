namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How many votes are expected, and between which numbers they lie with a probability of 90 %.</summary>
internal sealed record CountRange(double Expected, int Low, int High)
{
    internal static CountRange Of(double[] distribution)
    {
        const double Tail = 0.05;
        var (sum, expected, low, high) = (0.0, 0.0, -1, distribution.Length - 1);
        for (var at = 0; at < distribution.Length; at++)
        {
            expected += at * distribution[at];
            if (low < 0 && sum + distribution[at] > Tail) low = at;
            if (sum < 1 - Tail) high = at;
            sum += distribution[at];
        }

        return new CountRange(expected, Math.Max(0, low), high);
    }
}
