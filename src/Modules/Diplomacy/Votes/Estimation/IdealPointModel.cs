using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>
/// Dynamic ideal points: an ordinal probit of every vote (yes, abstain, no) with a random walk of every state over the sessions, at its most
/// probable value by Fisher scoring, items and points in turn. After Bailey, Strezhnev and Voeten (2017).
/// </summary>
internal static class IdealPointModel
{
    /// <summary>With fewer votes than these no point is estimated.</summary>
    internal const int FewestVotes = 1_000;

    private const int PowerRounds = 25;

    /// <summary>Estimates the points of a book. Null where no session has a divided vote.</summary>
    internal static IdealPoints? Estimate(VoteBook book, IdealPointOptions options, CancellationToken cancel)
    {
        var blocks = VoteBlock.Of(book);
        if (blocks.Count == 0) return null;
        var (ofRow, count) = options.Bridging ? Bridges.Of(book, blocks) : ([.. Enumerable.Range(0, blocks.Sum(block => block.RollCalls.Length))], blocks.Sum(block => block.RollCalls.Length));
        var items = new Items(ofRow, count);
        var walks = RandomWalk.Of(blocks, options.Step);
        var points = FirstPoints(book, blocks, options.Positive);
        FirstThresholds(blocks, items);
        var fit = new PointFit(blocks, items, walks, points, options.Threads);
        for (var round = 0; round < 3; round++) fit.StepItems();
        var (rounds, converged) = fit.Run(options.MostRounds, options.Tolerance, cancel);
        Orient(book, blocks, items, points, options.Positive);
        var spreads = fit.Spreads();
        return new IdealPoints(book, blocks, items, points, options.Bootstrap ? Bootstrap.Intervals(fit, spreads, options, cancel) : Curvature(points, spreads), rounds, converged);
    }

    // Two-sided, 95 % of a normal distribution.
    private static (double[] Low, double[] High) Curvature(double[] points, double[] spreads)
    {
        const double Reach = 1.959963984540054;
        return ([.. points.Zip(spreads, (point, spread) => point - Reach * spread)], [.. points.Zip(spreads, (point, spread) => point + Reach * spread)]);
    }

    private static void Orient(VoteBook book, IReadOnlyList<VoteBlock> blocks, Items items, double[] points, string positive)
    {
        var sum = 0.0;
        foreach (var block in blocks)
        {
            var column = Array.IndexOf(block.States, book.IndexOf(positive));
            if (column >= 0) sum += points[block.Offset + column];
        }

        if (sum >= 0) return;
        for (var at = 0; at < points.Length; at++) points[at] = -points[at];
        for (var item = 0; item < items.Count; item++) items.Slopes[item] = -items.Slopes[item];
    }

    // Shares of the choices, as if nobody stood anywhere.
    private static void FirstThresholds(IReadOnlyList<VoteBlock> blocks, Items items)
    {
        var counts = new double[items.Count, 3];
        foreach (var block in blocks)
        {
            for (var row = 0; row < block.RollCalls.Length; row++)
            {
                foreach (var cell in block.Row(row))
                {
                    if (cell < VoteBlock.Absent) counts[items.OfRow(block.First + row), (int)cell]++;
                }
            }
        }

        for (var item = 0; item < items.Count; item++)
        {
            var all = counts[item, 0] + counts[item, 1] + counts[item, 2] + 1.5;
            items.Lower[item] = OrdinalProbit.Threshold((counts[item, 0] + 0.5) / all);
            items.Upper[item] = OrdinalProbit.Threshold((counts[item, 0] + counts[item, 1] + 1) / all);
        }
    }

    // The first principal component of all votes around the mean of their roll call: one place for each state, the same in every session.
    private static double[] FirstPoints(VoteBook book, IReadOnlyList<VoteBlock> blocks, string positive)
    {
        var places = new double[book.States.Count];
        places.AsSpan().Fill(1);
        for (var round = 0; round < PowerRounds; round++)
        {
            var (next, counts) = (new double[places.Length], new double[places.Length]);
            foreach (var rollCall in blocks.SelectMany(block => block.RollCalls))
            {
                var voters = book.VotersOf(rollCall);
                var choices = book.ChoicesOf(rollCall);
                var (mean, along) = (0.0, 0.0);
                foreach (var choice in choices) mean += (double)choice / choices.Length;
                // In the first round every state is pulled towards the noes; later along what divides them most.
                for (var vote = 0; vote < voters.Length; vote++) along += round == 0 ? 1.0 / voters.Length : ((double)choices[vote] - mean) * places[voters[vote]] / voters.Length;
                for (var vote = 0; vote < voters.Length; vote++)
                {
                    next[voters[vote]] += ((double)choices[vote] - mean) * along;
                    counts[voters[vote]]++;
                }
            }

            for (var state = 0; state < next.Length; state++) next[state] = counts[state] > 0 ? next[state] / counts[state] : 0;
            var spread = Math.Sqrt(next.Sum(place => place * place) / Math.Max(1, next.Length));
            for (var state = 0; state < next.Length; state++) places[state] = spread > 0 ? next[state] / spread : 0;
        }

        var turn = book.IndexOf(positive) is var anchor and >= 0 && places[anchor] < 0 ? -1 : 1;
        var points = new double[blocks.Sum(block => block.Width)];
        foreach (var block in blocks)
        {
            for (var column = 0; column < block.States.Length; column++) points[block.Offset + column] = turn * Math.Clamp(places[block.States[column]], -2.5, 2.5);
        }

        return points;
    }
}
