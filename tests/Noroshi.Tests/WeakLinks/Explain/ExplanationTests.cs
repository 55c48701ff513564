using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Explain;

/// <summary>Routes, cuts, betweenness and credit against going through everything.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Routes_WhenAllAreListed_AreTheMostProbableInOrder()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var arcs = Graphs.Random(7, 16, seed).Select(arc => (arc.From, arc.To, 0.05 + (0.9 * random.NextDouble()))).ToArray();
            var question = Graphs.Question(7, arcs, [.. Enumerable.Range(0, 7).Select(_ => 0.1 + (0.8 * random.NextDouble()))], Graphs.Only(7, 6), [0, 1]);
            List<Route> all = [];
            Walk(question, [0], all);
            Walk(question, [1], all);
            double[] expected = [.. all.Select(route => route.Probability).OrderDescending().Take(6)];
            var found = new RouteFinder(question).Find(question.Scenarios[0], 6, 6);
            found.Count.ShouldBe(expected.Length);
            for (var place = 0; place < expected.Length; place++) found[place].Probability.ShouldBe(expected[place], 1e-12, $"graph {seed}, route {place}");
            found.Select(route => string.Join(' ', route.Nodes)).Distinct().Count().ShouldBe(found.Count);
        }
    }

    [Fact]
    public void Cut_WhenAllSetsAreTried_IsTheSmallest()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var arcs = Graphs.Random(8, 8 + (seed % 14), seed).Select(arc => (arc.From, arc.To, 0.5)).ToArray();
            var question = Graphs.Question(8, arcs, Graphs.All(8, 0.5), Graphs.Only(8, 7), [0]);
            var cut = SmallestCut.Find(question, question.Scenarios[0], 7);
            int? smallest = null;
            for (var set = 0; set < 1 << 6; set++)
            {
                int[] closed = [.. Enumerable.Range(1, 6).Where(node => (set >> (node - 1) & 1) == 1)];
                if (!Reaches(question, closed) && (smallest is null || closed.Length < smallest)) smallest = closed.Length;
            }

            (cut?.Count).ShouldBe(smallest, $"graph {seed}");
            if (cut is not null) Reaches(question, [.. cut]).ShouldBeFalse();
        }
    }

    [Fact]
    public void Betweenness_WhenShortestWaysAreCounted_IsTheirShare()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var rows = Graphs.Random(8, 20, seed);
            var graph = LinkGraph.Build(8, [.. rows.Select(row => row.From)], [.. rows.Select(row => row.To)]);
            var expected = new double[8];
            for (var from = 0; from < 8; from++)
            {
                for (var to = 0; to < 8; to++)
                {
                    if (from == to) continue;
                    var ways = Shortest(graph, from, to);
                    foreach (var node in ways.SelectMany(way => way[1..^1])) expected[node] += 1.0 / ways.Count;
                }
            }

            var found = Betweenness.Of(graph, TestContext.Current.CancellationToken);
            for (var node = 0; node < 8; node++) found[node].ShouldBe(expected[node], 1e-9, $"graph {seed}, node {node}");
        }
    }

    [Fact]
    public void Credit_WhenTwoStandSideBySide_IsDividedEvenly()
    {
        // Closing one of the two sides of the diamond removes nothing, closing both removes all.
        var question = Graphs.Question(4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)], Graphs.All(4, 1), Graphs.Only(4, 3, 8), [0]);
        CreditShares.Divide(question, [1, 2], 1, 64, 1, TestContext.Current.CancellationToken).ShouldBe([4, 4]);
        CreditShares.Divide(question, [1, 2, 3], 1, 64, 1, TestContext.Current.CancellationToken).Sum().ShouldBe(8, 1e-12);
    }

    [Fact]
    public void Credit_WhenEveryOrderIsTried_IsTheMeanOfWhatEachAdds()
    {
        var random = new Random(5);
        double[] worth = [0, .. Enumerable.Range(1, 15).Select(_ => random.NextDouble())];
        var expected = new double[4];
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var set = 0;
            foreach (var player in order)
            {
                expected[player] += (worth[set | (1 << player)] - worth[set]) / 24;
                set |= 1 << player;
            }
        }

        var found = CreditShares.Divide(4, set => worth[set]);
        for (var player = 0; player < 4; player++) found[player].ShouldBe(expected[player], 1e-12);
    }

    [Fact]
    public void RankStability_WhenRankingsAreTurnedRound_IsMinusOne()
    {
        RankStability.Tau([1, 2, 3, 4], [4, 3, 2, 1]).ShouldBe(-1);
        RankStability.Tau([1, 2, 3, 4], [2, 4, 6, 8]).ShouldBe(1);
        RankStability.Tau([1, 1], [1, 2]).ShouldBeNull();
        RankStability.Overlap([1, 2, 3], [3, 4, 5]).ShouldBe(1 / 3.0, 1e-12);
        RankStability.Overlap([], []).ShouldBe(1);
        RankStability.Overlap([1], []).ShouldBe(0);
    }

    private static void Walk(ReachQuestion question, List<int> way, List<Route> all)
    {
        if (way[^1] == 6)
        {
            all.Add(new Route([.. way], RouteFinder.ProbabilityOf([.. way], question)));
            return;
        }

        foreach (var next in question.Graph.From(way[^1]))
        {
            if (!way.Contains(next)) Walk(question, [.. way, next], all);
        }
    }

    private static bool Reaches(ReachQuestion question, int[] closed)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>([0]);
        while (stack.TryPop(out var node))
        {
            if (closed.Contains(node) || !seen.Add(node)) continue;
            foreach (var next in question.Graph.From(node)) stack.Push(next);
        }

        return seen.Contains(7);
    }

    private static List<int[]> Shortest(LinkGraph graph, int from, int to)
    {
        List<int[]> ways = [[from]];
        for (var length = 0; length < graph.NodeCount && ways.Count > 0; length++)
        {
            var arrived = ways.Where(way => way[^1] == to).ToList();
            if (arrived.Count > 0) return arrived;
            ways = [.. ways.SelectMany(way => graph.From(way[^1]).ToArray().Where(next => !way.Contains(next)).Select(next => (int[])[.. way, next]))];
        }

        return [];
    }

    private static IEnumerable<int[]> Orders(int[] players) =>
        players.Length == 1 ? [players] : players.SelectMany(first => Orders([.. players.Where(player => player != first)]).Select(rest => (int[])[first, .. rest]));
}
