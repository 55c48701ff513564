namespace Noroshi.WeakLinks.Domain;

/// <summary>Sums over worlds. Kept by strand and added in the order of strands, so that rounding does not depend on threads.</summary>
internal sealed class ReachTally(int sums, int scenarios, int targets)
{
    internal long Worlds { get; set; }

    internal double Loss { get; set; }

    internal double LossSquared { get; set; }

    internal double[] CutOff { get; } = new double[sums];

    internal double[] CutOffSquared { get; } = new double[sums];

    internal double[] CutOffByLoss { get; } = new double[sums];

    /// <summary>Worlds in which a scenario reaches a target, by the place of the target.</summary>
    internal long[][] Hits { get; } = [.. Enumerable.Range(0, scenarios).Select(_ => new long[targets])];

    internal void Add(ReachTally other)
    {
        Worlds += other.Worlds;
        Loss += other.Loss;
        LossSquared += other.LossSquared;
        for (var node = 0; node < CutOff.Length; node++)
        {
            CutOff[node] += other.CutOff[node];
            CutOffSquared[node] += other.CutOffSquared[node];
            CutOffByLoss[node] += other.CutOffByLoss[node];
        }

        for (var scenario = 0; scenario < Hits.Length; scenario++)
        {
            for (var target = 0; target < Hits[scenario].Length; target++) Hits[scenario][target] += other.Hits[scenario][target];
        }
    }
}
