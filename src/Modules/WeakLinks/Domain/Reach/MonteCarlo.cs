using System.Numerics;

namespace Noroshi.WeakLinks.Domain;

/// <summary>Risk by sampled worlds. The same question, seed and number of worlds give the same answer to the last bit on any number of threads.</summary>
internal static class MonteCarlo
{
    /// <summary>Samples worlds; with <paramref name="links"/> also what each node cuts off, which costs a dominator tree a world.</summary>
    internal static ReachEstimate Run(ReachQuestion question, ulong seed, long worlds, int threads, bool links, CancellationToken cancel)
    {
        var chance = new ChanceDigits(question);
        var entries = new EntryLinks(question);
        var tallies = Strands.Run(
            worlds, threads,
            () => new Worker(chance, links ? entries : null),
            () => new ReachTally(links ? entries.Sums : 0, question.Scenarios.Count, question.Targets.Length),
            (worker, block, mask, tally) => worker.Sample(seed, block, mask, tally),
            cancel);
        foreach (var tally in tallies.AsSpan(1)) tallies[0].Add(tally);
        return new ReachEstimate(question, entries, tallies[0]);
    }

    private sealed class Worker(ChanceDigits chance, EntryLinks? links)
    {
        private readonly WorldBlock _block = new(chance);
        private readonly DominatorTree? _tree = links is null ? null : new DominatorTree(chance.Question.Graph);
        private readonly double[] _loss = new double[64];
        private readonly double[] _cutOff = new double[links?.Sums ?? 0];
        private readonly double[] _before = new double[links?.Mixed ?? 0];
        private readonly List<int> _touched = [];

        internal void Sample(ulong seed, long block, ulong worlds, ReachTally tally)
        {
            var question = chance.Question;
            _block.Draw(seed, block, worlds);
            Array.Clear(_loss);
            for (var scenario = 0; scenario < question.Scenarios.Count; scenario++) _block.AddLoss(scenario, _loss, tally.Hits[scenario]);
            for (var left = worlds; left != 0; left &= left - 1)
            {
                var world = BitOperations.TrailingZeroCount(left);
                tally.Worlds++;
                tally.Loss += _loss[world];
                tally.LossSquared += _loss[world] * _loss[world];
                if (_tree is not null && _loss[world] > 0) CutOff(world, tally);
            }
        }

        private void CutOff(int world, ReachTally tally)
        {
            var question = chance.Question;
            for (var scenario = 0; scenario < question.Scenarios.Count; scenario++)
            {
                var asked = question.Scenarios[scenario];
                if (asked.Rate <= 0) continue;
                for (var mixed = 0; mixed < _before.Length; mixed++) _before[mixed] = _cutOff[links!.NodeOf(mixed)];
                _tree!.Build(asked.Entries, _block.Reached[scenario], _block.Carries, 1UL << world);
                _tree.AddCutOff(question.Value, asked.Rate, _cutOff, _touched);
                for (var mixed = 0; mixed < _before.Length; mixed++)
                {
                    var more = _cutOff[links!.NodeOf(mixed)] - _before[mixed];
                    if (more <= 0 || links.Begins(scenario, mixed)) continue;
                    var place = question.Graph.NodeCount + mixed;
                    if (_cutOff[place] == 0) _touched.Add(place);
                    _cutOff[place] += more;
                }
            }

            foreach (var node in _touched)
            {
                var cut = _cutOff[node];
                tally.CutOff[node] += cut;
                tally.CutOffSquared[node] += cut * cut;
                tally.CutOffByLoss[node] += cut * _loss[world];
                _cutOff[node] = 0;
            }

            _touched.Clear();
        }
    }
}
