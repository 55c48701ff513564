using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>
/// Dynamic ideal points: an ordinal probit of every vote (yes, abstain, no) with a random walk of every state over the sessions, at its most
/// probable value by Fisher scoring, items and points in turn. After Bailey, Strezhnev and Voeten (2017).
/// </summary>
internal static class IdealPointModel
{
    private const int PowerRounds = 25;

    /// <summary>Estimates the points of a book. Null where no session has a divided vote.</summary>
    internal static IdealPoints? Estimate(VoteBook book, IdealPointOptions options, CancellationToken cancel)
    {
        var blocks = VoteBlock.Of(book);
        if (blocks.Count == 0) return null;
        var (ofRow, count) = options.Bridging ? Bridges.Of(book, blocks) : ([.. Enumerable.Range(0, blocks.Sum(block => block.RollCalls.Length))], blocks.Sum(block => block.RollCalls.Length));
        var items = new Items(ofRow, count);
        var passes = new Passes(blocks, items, options.Threads);
        var walks = RandomWalk.Of(blocks, options.Step);
        var points = FirstPoints(book, blocks, options.Positive);
        var (scores, information, before) = (new double[points.Length], new double[points.Length], new double[points.Length]);
        var sums = new double[ofRow.Length * Items.SumsPerRow];
        FirstThresholds(blocks, items);
        for (var round = 0; round < 3; round++) StepItems();

        var (rounds, converged) = (0, false);
        while (!converged && rounds < options.MostRounds)
        {
            cancel.ThrowIfCancellationRequested();
            rounds++;
            points.CopyTo(before, 0);
            passes.SumByPoint(points, scores, information);
            foreach (var walk in walks) walk.Step(points, scores, information);
            Rescale(walks, points, items);
            StepItems();
            converged = Farthest(points, before) < options.Tolerance;
        }

        Orient(book, blocks, items, points, options.Positive);
        return new IdealPoints(book, blocks, items, points, Variances(), rounds, converged);

        void StepItems()
        {
            passes.SumByRow(points, sums);
            items.Step(sums);
        }

        // Information about a point given the items is too much where the items are not known either: what their doubt adds to the variance of
        // one session's measurement is taken off before the walk is solved.
        double[] Variances()
        {
            passes.SumByRow(points, sums);
            items.Measure(sums);
            passes.SumByPoint(points, scores, information);
            passes.SumDoubt(points, scores);
            for (var at = 0; at < points.Length; at++) information[at] = information[at] > 0 ? information[at] * information[at] / (information[at] + scores[at]) : 0;
            var variances = new double[points.Length];
            foreach (var walk in walks) walk.Variances(information, variances);
            return variances;
        }
    }

    // The scale is free: it is fixed at mean 0 and spread 1 over all states and sessions.
    private static void Rescale(IReadOnlyList<RandomWalk> walks, double[] points, Items items)
    {
        double count = walks.Sum(walk => walk.Points.Length);
        var middle = walks.Sum(walk => walk.Points.Sum(at => points[at])) / count;
        var spread = Math.Sqrt(walks.Sum(walk => walk.Points.Sum(at => (points[at] - middle) * (points[at] - middle))) / count);
        if (spread < 1e-6) return;
        foreach (var at in walks.SelectMany(walk => walk.Points)) points[at] = (points[at] - middle) / spread;
        items.Rescale(middle, spread);
    }

    private static double Farthest(double[] points, double[] before)
    {
        var farthest = 0.0;
        for (var at = 0; at < points.Length; at++) farthest = Math.Max(farthest, Math.Abs(points[at] - before[at]));
        return farthest;
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
            items.Lower[item] = Quantile((counts[item, 0] + 0.5) / all);
            items.Upper[item] = Quantile((counts[item, 0] + counts[item, 1] + 1) / all);
        }
    }

    // Close enough to begin with: the logistic quantile, narrowed to the normal's spread.
    private static double Quantile(double share) => Math.Log(share / (1 - share)) / 1.702;

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
