namespace Noroshi.WeakLinks.Domain;

/// <summary>Deals blocks of sixty-four worlds to a fixed number of strands. A strand is one thread's at a time and adds in one order, so rounding never depends on threads.</summary>
internal static class Strands
{
    private const int Most = 16;

    /// <summary>Sums by strand; <paramref name="sample"/> gets a thread's own worker, the block, the mask of its worlds and the strand's sum.</summary>
    internal static TSum[] Run<TWorker, TSum>(long worlds, int threads, Func<TWorker> worker, Func<TSum> sum, Action<TWorker, long, ulong, TSum> sample, CancellationToken cancel)
        where TWorker : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worlds, 1);
        var blocks = (worlds + 63) / 64;
        var sums = new TSum[(int)Math.Min(Most, blocks)];
        var next = -1;
        var workers = Math.Clamp(threads, 1, sums.Length);
        if (workers == 1) Work();
        else Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, _ => Work());
        return sums;

        void Work()
        {
            TWorker? mine = null;
            for (var strand = Interlocked.Increment(ref next); strand < sums.Length; strand = Interlocked.Increment(ref next))
            {
                mine ??= worker();
                var into = sum();
                for (var block = (long)strand; block < blocks; block += sums.Length)
                {
                    cancel.ThrowIfCancellationRequested();
                    var lanes = (int)Math.Min(64, worlds - (block * 64));
                    sample(mine, block, lanes == 64 ? ulong.MaxValue : (1UL << lanes) - 1, into);
                }

                sums[strand] = into;
            }
        }
    }
}
