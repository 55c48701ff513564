using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;
using Proposal = Noroshi.WeakLinks.Domain.Allocation;

namespace Noroshi.Tests.WeakLinks.Allocation;

/// <summary>The four reasons for aid, floors and caps, phases, and what a choice is worth when it goes badly.</summary>
public sealed class GoalTests
{
    [Fact]
    public void Choice_WhenThereAreFloorsAndCaps_IsTheBestOfThoseThatKeepThem()
    {
        var (unmet, tried) = (0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            const int Count = 12;
            Project[] projects = [.. Enumerable.Range(0, Count).Select(number => Of(number, 1 + random.Next(9)))];
            var cover = new RouteCover(
                [.. Enumerable.Range(0, 20).Select(_ => 10 * random.NextDouble())], [.. projects.Select(_ => 0.2 + (0.6 * random.NextDouble()))],
                [.. projects.Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(20)).Distinct().Order().ToArray())])
            {
                Plain = [.. projects.Select(_ => random.Next(3) == 0 ? random.NextDouble() : 0)],
            };
            SpendLimit[] limits =
            [
                new("region", "a", 4, 9, [.. Enumerable.Range(0, Count).Where(_ => random.Next(3) == 0)]),
                new("donor", "b", 0, 12, [.. Enumerable.Range(0, Count).Where(_ => random.Next(2) == 0)]),
            ];
            var rules = new AllocationRules(projects, 20, null, limits);
            var choice = Proposal.Best(cover, rules, TestContext.Current.CancellationToken);
            var best = double.NegativeInfinity;
            for (var set = 0; set < 1 << Count; set++)
            {
                HashSet<int> chosen = [.. Enumerable.Range(0, Count).Where(project => (set >> project & 1) == 1)];
                if (rules.Holds(chosen)) best = Math.Max(best, cover.Of(chosen));
            }

            tried++;
            if (double.IsNegativeInfinity(best))
            {
                unmet++;
                choice.IsKnown.ShouldBeFalse($"case {seed}");
                continue;
            }

            rules.Holds(choice.Projects).ShouldBeTrue($"case {seed}");
            choice.Objective.ShouldBe(best, 1e-9, $"case {seed}");
        }

        unmet.ShouldBeLessThan(tried / 2, "most cases can be met, or nothing was tested");
    }

    [Fact]
    public void Proposal_WhenReasonsAreWeighed_FollowsTheHeavierOne()
    {
        // Two targets: ours behind node 1, the world's behind node 2; the budget pays for one of two projects.
        var model = new LinkModel(
            [.. Enumerable.Range(0, 5).Select(node => new LinkNode($"n{node}", node == 2 ? "PH" : "", "", null, 1, null, null))],
            [.. (((int, int)[])[(0, 1), (0, 2), (1, 3), (2, 4)]).Select(arc => new LinkArc(arc.Item1, arc.Item2, "c", 1, null, null, ""))],
            [new EntryScenario("k", [0], 1)], new Dictionary<string, double[]> { ["own"] = [0, 0, 0, 10, 0], ["world"] = [0, 0, 0, 1, 10] });
        Project[] projects = [Of(0, 1) with { Nodes = [1], Effect = 0.5, Tied = 1 }, Of(1, 1) with { Nodes = [2], Effect = 0.5, Tied = 0 }];
        Chosen((Goal.Security, 1)).ShouldBe([0]);
        Chosen((Goal.Security, 0.9), (Goal.Stability, 0.1)).ShouldBe([0]);
        Chosen((Goal.Security, 0.1), (Goal.Stability, 0.9)).ShouldBe([1]);
        Chosen((Goal.Stability, 0.6), (Goal.Economy, 0.4)).ShouldBe([1]);
        Chosen((Goal.Stability, 0.4), (Goal.Economy, 0.6)).ShouldBe([0]);
        Chosen((Goal.Majority, 1)).ShouldBe([1]);
        var refusal = Should.Throw<RefusalException>(() => Find([0, 0], (Goal.Majority, 1)));
        refusal.Message.ShouldContain("majority");

        int[] Chosen(params (Goal, double)[] weights) => Find([0, 0.2], weights).Choice.Projects;

        Proposal Find(double[] majority, params (Goal Goal, double Weight)[] weights) => Proposal.Find(
            model, model.Ask("own", SusceptibilityScenario.Mid),
            new AllocationAsk(projects, new AllocationRules(projects, 1, null), weights.ToDictionary(pair => pair.Goal, pair => pair.Weight), majority, model.Ask("world", SusceptibilityScenario.Mid), Preference.Middle, 10),
            1, 500, 1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Proposal_WhenItMustNotFail_TakesTheSurerProject()
    {
        // The first removes more at the middle and nothing at its low end; the second removes a little less, always.
        var model = new LinkModel(
            [.. Enumerable.Range(0, 3).Select(node => new LinkNode($"n{node}", "", "", null, 1, null, null))],
            [new LinkArc(0, 1, "c", 1, null, null, ""), new LinkArc(0, 2, "c", 1, null, null, "")],
            [new EntryScenario("k", [0], 1)], new Dictionary<string, double[]> { ["own"] = [0, 10, 10] });
        Project[] projects = [Of(0, 1) with { Nodes = [1], Effect = 0.5, EffectLow = 0, EffectHigh = 0.6 }, Of(1, 1) with { Nodes = [2], Effect = 0.45, EffectLow = 0.44, EffectHigh = 0.46 }];
        Find(Preference.Middle).Choice.Projects.ShouldBe([0]);
        var sure = Find(Preference.WorstTenth);
        sure.Choice.Projects.ShouldBe([1]);
        sure.Choice.Gap.ShouldBeGreaterThan(0, "the bound is that of the middle, and the choice is another");
        sure.Worth.WorstTenth.ShouldBeGreaterThan(Find(Preference.Middle).Worth.WorstTenth);

        Proposal Find(Preference by) => Proposal.Find(
            model, model.Ask("own", SusceptibilityScenario.Mid), AllocationAsk.Plain(projects, new AllocationRules(projects, 1, null), 200) with { By = by }, 1, 500, 1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Phases_WhenProjectsNeedOthers_BeginWhenTheseEnd()
    {
        Project[] projects = [Of(0, 1) with { Months = 6 }, Of(1, 1) with { Months = 12, Requires = ["p0"] }, Of(2, 1) with { Months = 9 }, Of(3, 1) with { Requires = ["p1"] }];
        Prerequisites.Phases(projects, [0, 1, 2, 3]).Select(phase => (phase.Number, string.Join(' ', phase.Projects), phase.FromMonth)).ShouldBe([(1, "0 2", 0.0), (2, "1", 9.0), (3, "3", 21.0)]);
        projects[2] = projects[2] with { Months = null };
        Prerequisites.Phases(projects, [0, 1, 2]).Last().FromMonth.ShouldBeNull("a duration that is not recorded is not nought");
    }

    [Theory]
    [InlineData("security", "has no '='")]
    [InlineData("safety=1", "which is no goal")]
    [InlineData("security=-1", "no number of 0 or more")]
    [InlineData("security=1,security=2", "a second time")]
    [InlineData("security=0", "no goal a weight above 0")]
    public void Weights_WhenWrong_AreRefused(string text, string why) => Should.Throw<RefusalException>(() => GoalWeights.Read(text)).Message.ShouldContain(why);

    private static Project Of(int number, double cost) => new($"p{number}", cost, [], 0.5, null, null, 0, "", "", "", null, "", []);
}
