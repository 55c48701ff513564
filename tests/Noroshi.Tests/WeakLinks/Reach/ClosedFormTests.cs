using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Reach;

/// <summary>Enumeration against what can be written down, and sampling against enumeration.</summary>
public sealed class ClosedFormTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Series_WhenEnumerated_IsTheProduct()
    {
        var question = Graphs.Question(4, [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.7)], [0.6, 0.5, 0.4, 0.3], Graphs.Only(4, 3, 10), [0], rate: 12);
        ExactReach.Enumerate(question).Risk.ShouldBe(12 * 10 * 0.6 * 0.9 * 0.5 * 0.8 * 0.4 * 0.7 * 0.3, Exact);
    }

    [Fact]
    public void Parallel_WhenEnumerated_IsOneLessNone()
    {
        var question = Graphs.Question(5, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 4, 0.5), (2, 4, 0.25), (3, 4, 0.125)], Graphs.All(5, 1), Graphs.Only(5, 4), [0]);
        ExactReach.Enumerate(question).Risk.ShouldBe(1 - (0.5 * 0.75 * 0.875), Exact);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Bridge_WhenEnumerated_IsItsReliabilityPolynomial(double p)
    {
        var question = Graphs.Undirected(4, [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)], p, 0, 3);
        ExactReach.Enumerate(question).Risk.ShouldBe((2 * Math.Pow(p, 2)) + (2 * Math.Pow(p, 3)) - (5 * Math.Pow(p, 4)) + (2 * Math.Pow(p, 5)), Exact);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void CompleteGraphOfFour_WhenEnumerated_IsItsReliabilityPolynomial(double p)
    {
        var question = Graphs.Undirected(4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], p, 0, 3);
        // By whether the edge between the ends holds: p + (1 − p) times the bridge whose cross edge is p.
        var bridge = (2 * Math.Pow(p, 2)) + (2 * Math.Pow(p, 3)) - (5 * Math.Pow(p, 4)) + (2 * Math.Pow(p, 5));
        ExactReach.Enumerate(question).Risk.ShouldBe(p + ((1 - p) * bridge), Exact);
    }

    [Fact]
    public void Grid_WhenEnumerated_IsWhatGoingThroughSubsetsSays()
    {
        (int, int)[] edges = [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8), (0, 3), (3, 6), (1, 4), (4, 7), (2, 5), (5, 8)];
        const double P = 0.6;
        var expected = 0.0;
        for (var set = 0; set < 1 << edges.Length; set++)
        {
            int[] part = [.. Enumerable.Range(0, 9)];
            for (var edge = 0; edge < edges.Length; edge++)
            {
                if ((set >> edge & 1) == 0) continue;
                var (keep, gone) = (part[edges[edge].Item1], part[edges[edge].Item2]);
                for (var node = 0; node < 9; node++) if (part[node] == gone) part[node] = keep;
            }

            var on = System.Numerics.BitOperations.PopCount((uint)set);
            if (part[0] == part[8]) expected += Math.Pow(P, on) * Math.Pow(1 - P, edges.Length - on);
        }

        ExactReach.Enumerate(Graphs.Undirected(9, edges, P, 0, 8)).Risk.ShouldBe(expected, Exact);
    }

    [Fact]
    public void Diamond_WhenOneSideIsHardened_GainsNothingAndBothGainMoreThanTheirSum()
    {
        var question = Graphs.Question(4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)], Graphs.All(4, 1), Graphs.Only(4, 3), [0]);
        double Gain(params int[] hardened) => ExactReach.Enumerate(question).Risk - ExactReach.Enumerate(question.Hardened(hardened.ToDictionary(node => node, _ => 0.3))).Risk;
        Gain(1).ShouldBe(0, Exact);
        Gain(2).ShouldBe(0, Exact);
        Gain(1, 2).ShouldBe(0.49, Exact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Hardening_WhenOneNodeIsMadeLessOpen_LowersRiskByEffectTimesCutOff(int seed)
    {
        var random = new Random(seed);
        const int Nodes = 7;
        var arcs = Graphs.Random(Nodes, 11, seed).Select(arc => (arc.From, arc.To, random.NextDouble())).ToArray();
        double[] chance = [.. Enumerable.Range(0, Nodes).Select(_ => random.NextDouble())];
        double[] value = [.. Enumerable.Range(0, Nodes).Select(node => node == 0 ? 0 : 10 * random.NextDouble())];
        var question = Graphs.Question(Nodes, arcs, chance, value, [0, 1], rate: 3);
        var (risk, cutOff) = ExactReach.Enumerate(question);
        risk.ShouldBeGreaterThan(0);
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var effect in new[] { 0.25, 0.6, 1.0 })
            {
                var hardened = ExactReach.Enumerate(question.Hardened(new Dictionary<int, double> { [node] = 1 - effect })).Risk;
                (risk - hardened).ShouldBe(effect * cutOff[node], Exact);
            }
        }
    }

    [Fact]
    public void Sampling_WhenHeldAgainstEnumeration_LiesWithinItsInterval()
    {
        // Of twenty graphs a 95 % interval may miss one or two; four would be a fault.
        var (missed, asked) = (0, 0);
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var arcs = Graphs.Random(7, 10, seed).Select(arc => (arc.From, arc.To, random.NextDouble())).ToArray();
            var question = Graphs.Question(7, arcs, [.. Enumerable.Range(0, 7).Select(_ => random.NextDouble())], [0, 1, 2, 3, 4, 5, 6], [0], rate: 2);
            var (risk, cutOff) = ExactReach.Enumerate(question);
            var estimate = MonteCarlo.Run(question, (ulong)seed, 50_000, 1, links: true, TestContext.Current.CancellationToken);
            if (risk < estimate.Risk.Low || risk > estimate.Risk.High) missed++;
            asked++;
            if (risk == 0) continue;
            for (var node = 0; node < 7; node++)
            {
                var share = estimate.Share(node);
                share.Mean.ShouldBe(cutOff[node] / risk, Math.Max(0.01, 2.5 * (share.High - share.Low)), $"graph {seed}, node {node}");
            }
        }

        asked.ShouldBe(20);
        missed.ShouldBeLessThan(4);
    }

    [Fact]
    public void Risk_WhenNothingWasReached_IsNotSaidToBeImpossible()
    {
        var question = Graphs.Question(2, [(0, 1, 1e-9)], [1, 1], [0, 100], [0]);
        var risk = MonteCarlo.Run(question, 1, 1_000, 1, links: false, TestContext.Current.CancellationToken).Risk;
        risk.Mean.ShouldBe(0);
        risk.High.ShouldBe(100 * 3 / 1_000.0, 1e-9);
    }
}
