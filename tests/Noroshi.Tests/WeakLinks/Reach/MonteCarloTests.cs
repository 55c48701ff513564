using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Reach;

/// <summary>Chance that does not depend on who asks, and weak links that were put there.</summary>
public sealed class MonteCarloTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.7310585786300049)]
    [InlineData(0.001)]
    public void Draws_WhenCounted_HaveTheirProbability(double probability)
    {
        const int Blocks = 20_000;
        var hits = 0L;
        for (var block = 0; block < Blocks; block++) hits += System.Numerics.BitOperations.PopCount(CounterRandom.Below(CounterRandom.Stream(CounterRandom.Key(7, block), 12), probability));
        const double Draws = Blocks * 64.0;
        Math.Abs((hits / Draws) - probability).ShouldBeLessThan(4.5 * Math.Sqrt(probability * (1 - probability) / Draws));
    }

    [Fact]
    public void Draws_WhenProbabilityFalls_OpenASubset()
    {
        for (var block = 0; block < 1_000; block++)
        {
            var stream = CounterRandom.Stream(CounterRandom.Key(3, block), 5);
            (CounterRandom.Below(stream, 0.3) & ~CounterRandom.Below(stream, 0.31)).ShouldBe(0UL);
        }

        CounterRandom.Below(1, 0.0).ShouldBe(0UL);
        CounterRandom.Below(1, 1.0).ShouldBe(ulong.MaxValue);
    }

    [Fact]
    public void BetaDraws_WhenAveraged_HaveMeanAndVarianceOfTheDistribution()
    {
        double[] drawn = [.. Enumerable.Range(0, 20_000).Select(draw => CounterRandom.Beta(CounterRandom.Stream(CounterRandom.Key(1, draw), 9), 3, 9))];
        drawn.Average().ShouldBe(0.25, 0.005);
        drawn.Average(value => (value - 0.25) * (value - 0.25)).ShouldBe(3.0 * 9 / (12 * 12 * 13), 0.001);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Answer_WhenThreadsDiffer_IsTheSameToTheLastBit(int threads)
    {
        var question = Large(11);
        var (one, many) = (Run(question, 1), Run(question, threads));
        many.Risk.ShouldBe(one.Risk);
        for (var node = 0; node < question.Graph.NodeCount; node++)
        {
            many.CutOff(node).ShouldBe(one.CutOff(node));
            many.Share(node).ShouldBe(one.Share(node));
        }
    }

    [Fact]
    public void Worlds_WhenRowsStandInAnotherOrder_AreCountedOnce()
    {
        var question = Large(5);
        Run(question, 1, worlds: 1_000).Worlds.ShouldBe(1_000);
        MonteCarlo.Run(question, 1, 1, 4, links: true, TestContext.Current.CancellationToken).Worlds.ShouldBe(1);
        MonteCarlo.Run(question, 2, 1_000, 1, links: false, TestContext.Current.CancellationToken).Risk.ShouldNotBe(Run(question, 1, worlds: 1_000).Risk);
    }

    [Fact]
    public void PlantedLinks_WhenTheyLieBeforeEverythingOfValue_AreTheFirstTen()
    {
        // Ten chains lead through a gate of degree two to a treasure; a busy crowd with many arcs and much traffic guards nothing.
        var random = new Random(4);
        const int Crowd = 300;
        List<(int, int, double)> arcs = [];
        for (var arc = 0; arc < 3_000; arc++) arcs.Add((1 + random.Next(Crowd), 1 + random.Next(Crowd), 0.3));
        for (var node = 1; node <= Crowd; node++) arcs.Add((0, node, 0.2));
        var nodes = 1 + Crowd + 110;
        var value = new double[nodes];
        List<int> gates = [];
        for (var chain = 0; chain < 10; chain++)
        {
            var gate = 1 + Crowd + (chain * 11);
            gates.Add(gate);
            arcs.Add((0, gate, 0.9));
            for (var leaf = 1; leaf <= 10; leaf++)
            {
                arcs.Add((gate, gate + leaf, 0.8));
                value[gate + leaf] = 5;
            }
        }

        var question = Graphs.Question(nodes, [.. arcs.Where(arc => arc.Item1 != arc.Item2).Distinct()], Graphs.All(nodes, 0.7), value, [0]);
        var estimate = MonteCarlo.Run(question, 1, 4_000, 2, links: true, TestContext.Current.CancellationToken);
        estimate.Ranked().Where(node => node != 0).Take(10).Order().ShouldBe(gates);
        var byDegree = Enumerable.Range(1, nodes - 1).OrderByDescending(node => question.Graph.From(node).Length).Take(10);
        byDegree.Intersect(gates).Count().ShouldBeLessThan(5, "degree alone must not find them, or the test says nothing");
    }

    [Fact]
    public void PairedRisk_WhenNothingChanges_IsNoughtWithoutError()
    {
        var question = Large(6);
        PairedRisk.Removed(question, question, 1, 500, 2, TestContext.Current.CancellationToken).ShouldBe(new Interval(0, 0, 0));
        var removed = PairedRisk.Removed(question, question.Hardened(new Dictionary<int, double> { [0] = 0 }), 1, 500, 2, TestContext.Current.CancellationToken);
        removed.Mean.ShouldBe(Run(question, 1, worlds: 500).Risk.Mean, 1e-9);
    }

    private static ReachEstimate Run(ReachQuestion question, int threads, long worlds = 3_000) => MonteCarlo.Run(question, 1, worlds, threads, links: true, TestContext.Current.CancellationToken);

    private static ReachQuestion Large(int seed)
    {
        var random = new Random(seed);
        const int Nodes = 400;
        return Graphs.Question(
            Nodes, [.. Graphs.Random(Nodes, 3_000, seed).Select(arc => (arc.From, arc.To, 0.05 + (0.4 * random.NextDouble())))],
            [.. Enumerable.Range(0, Nodes).Select(_ => 0.4 + (0.5 * random.NextDouble()))], [.. Enumerable.Range(0, Nodes).Select(node => node % 3 == 0 ? random.NextDouble() : 0)], [0]);
    }
}
