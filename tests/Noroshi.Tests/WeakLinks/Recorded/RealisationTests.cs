using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Recorded;

/// <summary>What recorded projects teach of the effects of others.</summary>
public sealed class RealisationTests
{
    [Fact]
    public void Factor_WhenNothingIsRecorded_IsOneGiveOrTake()
    {
        var factor = Realisation.Learn([]);
        factor.Mean.ShouldBe(1);
        factor.Projects.ShouldBe(0);
        factor.Low.ShouldBe(1 - (1.6448536269514722 * 0.5), 1e-12);
        factor.High.ShouldBe(1 + (1.6448536269514722 * 0.5), 1e-12);
    }

    [Fact]
    public void Factor_WhenProjectsAreRecorded_LiesBetweenThemAndOne()
    {
        // Equal spreads of prior and project: three projects weigh three times the prior. (1 + 3·0.6) / 4.
        var factor = Realisation.Learn([(0.6, 0), (0.6, 0), (0.6, 0)]);
        factor.Mean.ShouldBe(0.7, 1e-12);
        (factor.High - factor.Low).ShouldBe(2 * 1.6448536269514722 * 0.25, 1e-12);
    }

    [Fact]
    public void Factor_WhenAProjectWasMeasuredBadly_WeighsItLess()
    {
        Realisation.Learn([(0, 2)]).Mean.ShouldBeGreaterThan(Realisation.Learn([(0, 0)]).Mean);
    }

    [Fact]
    public void Effect_WhenLearnt_StaysAFraction()
    {
        var project = new Project("p", 1, [0], 0.8, 0.5, 0.9, null, "", "", "", null, "", []);
        var learnt = Realisation.Learn([.. Enumerable.Repeat((2.0, 0.0), 50)]).Of(project);
        learnt.Effect.ShouldBe(1);
        learnt.EffectHigh.ShouldBe(1);
        learnt.EffectLow!.Value.ShouldBeInRange(0, 1);
        var bare = new Realisation(0.5, 0.25, 0.75, 3).Of(project with { EffectLow = null, EffectHigh = null });
        (bare.EffectLow, bare.Effect, bare.EffectHigh).ShouldBe((0.2, 0.4, 0.6000000000000001));
    }
}
