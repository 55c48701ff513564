namespace Noroshi.Bench;

/// <summary>One row of the report: Noroshi beside a peer, run in turn.</summary>
/// <param name="Work">What is done.</param>
/// <param name="Ours">Noroshi's command.</param>
/// <param name="Peer">The peer's.</param>
/// <param name="Bar">The bar: at least this many times the peer's speed (CPU per record); below 1 allows us to be slower.</param>
/// <param name="Same">Noroshi on the peer's part of the input, to compare counts where the peer reads a part; null where both read the same.</param>
internal sealed record Duel(string Work, Contender Ours, Contender Peer, double Bar, Contender? Same = null)
{
    /// <summary>Runs both in turn, so that what else happens on the machine happens to both.</summary>
    public async Task<DuelResult> RunAsync(string root, int rounds, CancellationToken cancel)
    {
        var ours = new List<Run>();
        var peers = new List<Run>();
        for (var i = 0; i < rounds; i++)
        {
            peers.Add(await Runner.RunAsync(Peer.Program, Peer.Arguments, cancel));
            ours.Add(await Runner.RunAsync(Ours.Program, Ours.Arguments, cancel));
        }

        string? difference = null;
        if (Peer.Counts is not null)
        {
            var mine = Same ?? Ours;
            var output = Same is null ? ours[0].Output : (await Runner.RunAsync(mine.Program, mine.Arguments, cancel)).Output;
            var (found, expected) = (mine.Counts!(output), Peer.Counts(peers[0].Output));
            if (found != expected) difference = $"{found} instead of {expected}";
        }

        // The ratio of each pair, then the median: a slow moment of the machine spoils one pair, not the figure.
        var ratios = ours.Zip(peers, (mine, peer) => peer.CpuSeconds / Peer.Records / (mine.CpuSeconds / Ours.Records));
        var walls = ours.Zip(peers, (mine, peer) => peer.WallSeconds / Peer.Records / (mine.WallSeconds / Ours.Records));
        return new DuelResult
        {
            Work = Work,
            Ours = Figures.Of(Ours, root, ours),
            Peer = Figures.Of(Peer, root, peers),
            Bar = Bar,
            TimesFaster = Figures.Median(ratios),
            TimesFasterWall = Figures.Median(walls),
            Scaled = Ours.Records != Peer.Records,
            CountsCompared = Peer.Counts is not null,
            Difference = difference,
        };
    }
}
