using System.Numerics;

namespace Noroshi.WeakLinks.Domain;

/// <summary>
/// Divides what closing several nodes together would remove among them (Shapley 1953). Shares W do not add up, because several nodes may stand on one way;
/// these do. All sets of the nodes are asked in the same worlds, so nothing but the worlds is sampled.
/// </summary>
internal static class CreditShares
{
    /// <summary>The largest number of nodes; every one more doubles the work.</summary>
    internal const int MostNodes = 12;

    /// <summary>Million USD per year for each node; together they are what closing all of them removes.</summary>
    internal static double[] Divide(ReachQuestion question, IReadOnlyList<int> nodes, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Count, MostNodes);
        var risks = new double[1 << nodes.Count];
        for (var set = 0; set < risks.Length; set++)
        {
            var closed = nodes.Where((_, place) => (set >> place & 1) == 1).ToDictionary(node => node, _ => 0.0);
            risks[set] = MonteCarlo.Run(question.Hardened(closed), seed, worlds, threads, links: false, cancel).Risk.Mean;
        }

        return Divide(nodes.Count, set => risks[0] - risks[set]);
    }

    /// <summary>The same for any worth of sets; bit p of a set says whether player p is in it.</summary>
    internal static double[] Divide(int players, Func<int, double> worth)
    {
        double[] values = [.. Enumerable.Range(0, 1 << players).Select(worth)];
        var weights = new double[players];
        for (var size = 0; size < players; size++)
        {
            // size! (players − size − 1)! / players!
            var weight = 1.0 / players;
            for (var step = 1; step <= size; step++) weight *= (double)step / (players - step);
            weights[size] = weight;
        }

        var shares = new double[players];
        for (var set = 0; set < values.Length; set++)
        {
            for (var player = 0; player < players; player++)
            {
                if ((set >> player & 1) == 0) shares[player] += weights[BitOperations.PopCount((uint)set)] * (values[set | (1 << player)] - values[set]);
            }
        }

        return shares;
    }
}
