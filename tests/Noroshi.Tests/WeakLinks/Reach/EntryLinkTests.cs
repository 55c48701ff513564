using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Reach;

/// <summary>A node with which one scenario begins may be a link of another: only what passes it counts as a link.</summary>
public sealed class EntryLinkTests
{
    // 0 → 1 → 2 and 1 → 3; everything certain, so every figure is known by heart.
    private static readonly ReachQuestion Chain = new(
        LinkGraph.Build(4, [0, 1, 1], [1, 2, 3]), [1, 1, 1, 1], [1, 1, 1], [0, 0, 10, 5], [new EntryScenario("far", [0], 2), new EntryScenario("near", [1], 3)]);

    [Fact]
    public void Link_WhenAnotherScenarioBeginsWithIt_CountsWhatPassesIt()
    {
        var estimate = MonteCarlo.Run(Chain, seed: 1, worlds: 100, threads: 2, links: true, TestContext.Current.CancellationToken);
        estimate.Risk.Mean.ShouldBe(75);
        estimate.CutOff(1).ShouldBe(75, "closing it ends both scenarios");
        estimate.CutOffAsLink(1).ShouldBe(30, "of the far scenario alone");
        estimate.ShareAsLink(1).Mean.ShouldBe(0.4, 1e-12);
        estimate.CutOff(0).ShouldBe(30);
        estimate.CutOffAsLink(0).ShouldBe(0, "attempts only begin there");
        estimate.RankedLinks().ShouldBe([2, 1, 3]);
        estimate.Ranked().ShouldBe([1, 2, 0, 3]);
        estimate.IsEntry(1).ShouldBeTrue();
        estimate.IsEntry(2).ShouldBeFalse();
    }

    [Fact]
    public void Link_WhenNoScenarioPassesAnEntry_IsNone()
    {
        var alone = Chain with { Scenarios = [Chain.Scenarios[1]] };
        MonteCarlo.Run(alone, seed: 1, worlds: 64, threads: 1, links: true, TestContext.Current.CancellationToken).RankedLinks().ShouldBe([2, 3]);
    }

    [Fact]
    public void Link_WhenTheOtherScenarioNeverHappens_IsNone()
    {
        var quiet = Chain with { Scenarios = [new EntryScenario("far", [0], 0), Chain.Scenarios[1]] };
        MonteCarlo.Run(quiet, seed: 1, worlds: 64, threads: 1, links: true, TestContext.Current.CancellationToken).RankedLinks().ShouldBe([2, 3]);
    }
}
