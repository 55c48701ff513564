using Noroshi.WeakLinks.Domain;
using Proposal = Noroshi.WeakLinks.Domain.Allocation;

namespace Noroshi.Tests.WeakLinks.Allocation;

/// <summary>Choices against going through all of them, bounds that are never passed, and the rules of tied money, groups and prerequisites.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData(8, 40, false)]
    [InlineData(12, 30, true)]
    [InlineData(15, 12, true)]
    [InlineData(18, 3, true)]
    public void Choice_WhenEveryChoiceCanBeTried_IsTheBest(int projects, int cases, bool rich)
    {
        for (var seed = 1; seed <= cases; seed++)
        {
            var (cover, rules) = Case(projects, seed, rich);
            var choice = Proposal.Best(cover, rules, TestContext.Current.CancellationToken);
            var best = Best(cover, rules);
            rules.Holds(choice.Projects).ShouldBeTrue();
            choice.Objective.ShouldBe(best, 1e-9 * Math.Max(1, best), $"case {seed}");
            choice.Bound.ShouldBe(choice.Objective, 1e-9 * Math.Max(1, best));
            var start = LocalSearch.Find(cover, rules, 0);
            rules.Holds(start.Projects).ShouldBeTrue();
            start.Bound.ShouldBeGreaterThanOrEqualTo(best - (1e-9 * Math.Max(1, best)));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void Choice_WhenThereAreSixtyProjects_IsShownToBeTheBest(int projects)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (cover, rules) = Case(projects, seed, rich: true);
            var choice = Proposal.Best(cover, rules, TestContext.Current.CancellationToken);
            rules.Holds(choice.Projects).ShouldBeTrue();
            choice.Gap.ShouldBeLessThan(1e-9, $"case {seed}");
        }
    }

    [Fact]
    public void Knapsack_WhenRoutesAreApart_IsWhatDynamicProgrammingFinds()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            const int Count = 50;
            int[] cost = [.. Enumerable.Range(0, Count).Select(_ => 1 + random.Next(40))];
            double[] weight = [.. cost.Select(each => each * (0.5 + random.NextDouble()))];
            const int Budget = 200;
            var best = new double[Budget + 1];
            for (var project = 0; project < Count; project++)
            {
                for (var money = Budget; money >= cost[project]; money--) best[money] = Math.Max(best[money], best[money - cost[project]] + weight[project]);
            }

            var cover = new RouteCover(weight, Graphs.All(Count, 1), [.. Enumerable.Range(0, Count).Select(project => new[] { project })]);
            var rules = new AllocationRules([.. cost.Select((each, number) => Of(number, each))], Budget, null);
            Proposal.Best(cover, rules, TestContext.Current.CancellationToken).Objective.ShouldBe(best[Budget], 1e-9);
        }
    }

    [Fact]
    public void Choice_WhenThereAreManyProjects_KeepsToItsRulesAndItsBound()
    {
        var (cover, rules) = Case(150, 3, rich: true);
        var choice = Proposal.Best(cover, rules, TestContext.Current.CancellationToken);
        rules.Holds(choice.Projects).ShouldBeTrue();
        choice.Objective.ShouldBe(cover.Of(choice.Projects), 1e-9);
        choice.Gap.ShouldBeInRange(0, 0.05);
    }

    [Fact]
    public void Nothing_WhenTheBudgetIsNought_IsChosenUnlessItIsFree()
    {
        var cover = new RouteCover([5, 5], [0.5, 0.5], [[0], [1]]);
        Proposal.Best(cover, new AllocationRules([Of(0, 1), Of(1, 2)], 0, null), TestContext.Current.CancellationToken).Projects.ShouldBeEmpty();
        Proposal.Best(cover, new AllocationRules([Of(0, 0), Of(1, 2)], 0, null), TestContext.Current.CancellationToken).Projects.ShouldBe([0]);
    }

    [Fact]
    public void Prerequisite_WhenItGainsNothingItself_IsPaidForWhatItOpens()
    {
        var cover = new RouteCover([10, 4], [0.9, 0.9, 0.9], [[], [0], [1]]);
        Project[] projects = [Of(0, 2), Of(1, 2) with { Requires = ["p0"] }, Of(2, 3)];
        Proposal.Best(cover, new AllocationRules(projects, 4, null), TestContext.Current.CancellationToken).Projects.ShouldBe([0, 1]);
        Proposal.Best(cover, new AllocationRules(projects, 3, null), TestContext.Current.CancellationToken).Projects.ShouldBe([2]);
    }

    [Fact]
    public void Circle_WhenPrerequisitesCloseOne_IsNamed()
    {
        Prerequisites.Circle([Of(0, 1) with { Requires = ["p2"] }, Of(1, 1), Of(2, 1) with { Requires = ["p1", "p3"] }, Of(3, 1) with { Requires = ["p0"] }]).ShouldBe(["p0", "p2", "p3", "p0"]);
        Prerequisites.Circle([Of(0, 1) with { Requires = ["p1", "p2"] }, Of(1, 1) with { Requires = ["p2"] }, Of(2, 1)]).ShouldBeNull();
    }

    [Fact]
    public void Proposal_WhenOneProjectStandsOnTheOnlyWay_RemovesItsPartOfTheRisk()
    {
        // 0 → 1 → 2: one route, so the surrogate is the risk itself.
        var model = new LinkModel(
            [.. Enumerable.Range(0, 3).Select(node => new LinkNode($"n{node}", "", "", null, node == 1 ? 0.5 : 1, null, null))],
            [new LinkArc(0, 1, "c", 1, null, null, ""), new LinkArc(1, 2, "c", 1, null, null, "")],
            [new EntryScenario("k", [0], 10)], new Dictionary<string, double[]> { ["all"] = [0, 0, 3] });
        var question = model.Ask("all", SusceptibilityScenario.Mid);
        Project[] projects = [Of(0, 1) with { Nodes = [1], Effect = 0.4 }, Of(1, 1) with { Nodes = [], Effect = 0.9 }];
        var found = Proposal.Find(model, question, AllocationAsk.Plain(projects, new AllocationRules(projects, 1, null), 50), 1, 20_000, 2, TestContext.Current.CancellationToken);
        found.Choice.Projects.ShouldBe([0]);
        found.Removed.Low.ShouldBeLessThan(6);
        found.Removed.High.ShouldBeGreaterThan(6);
        found.Choice.Objective.ShouldBe(found.Risk.Mean * 0.4, 1e-9);
        found.Choice.Gap.ShouldBe(0, 1e-9);
        found.SelectionFrequency.ShouldBe([1, 0]);
    }

    [Fact]
    public void Proposal_WhenTheSurrogateTakesHalfADiamond_SaysWhatIsBetterInTheFullModel()
    {
        // Hardening one side of the diamond removes nothing; the surrogate counts it as half. The small target has a single way.
        var model = new LinkModel(
            [.. Enumerable.Range(0, 5).Select(node => new LinkNode($"n{node}", "", "", null, 1, null, null))],
            [.. (((int, int)[])[(0, 1), (0, 2), (1, 3), (2, 3), (0, 4)]).Select(arc => new LinkArc(arc.Item1, arc.Item2, "c", 1, null, null, ""))],
            [new EntryScenario("k", [0], 1)], new Dictionary<string, double[]> { ["all"] = [0, 0, 0, 10, 4] });
        Project[] projects = [Of(0, 1) with { Nodes = [1], Effect = 0.7 }, Of(1, 1) with { Nodes = [4], Effect = 0.7 }];
        var found = Proposal.Find(model, model.Ask("all", SusceptibilityScenario.Mid), AllocationAsk.Plain(projects, new AllocationRules(projects, 1, null), 10), 1, 5_000, 1, TestContext.Current.CancellationToken);
        found.Choice.Projects.ShouldBe([0]);
        found.Removed.ShouldBe(new Interval(0, 0, 0));
        (found.Exchange!.Leave, found.Exchange.Enter).ShouldBe((0, 1));
        found.Exchange.More.Low.ShouldBeLessThan(2.8);
        found.Exchange.More.High.ShouldBeGreaterThan(2.8);
    }

    private static Project Of(int number, double cost) => new($"p{number}", cost, [], 0.5, null, null, 0, "", "", "", null, "", []);

    private static double Best(RouteCover cover, AllocationRules rules)
    {
        var best = 0.0;
        for (var set = 0; set < 1 << rules.Count; set++)
        {
            HashSet<int> chosen = [.. Enumerable.Range(0, rules.Count).Where(project => (set >> project & 1) == 1)];
            if (rules.Holds(chosen)) best = Math.Max(best, cover.Of(chosen));
        }

        return best;
    }

    private static (RouteCover, AllocationRules) Case(int projects, int seed, bool rich)
    {
        var random = new Random(seed);
        var routes = 2 * projects;
        double[] weights = [.. Enumerable.Range(0, routes).Select(_ => 10 * random.NextDouble())];
        double[] effects = [.. Enumerable.Range(0, projects).Select(_ => 0.1 + (0.8 * random.NextDouble()))];
        int[][] on = [.. Enumerable.Range(0, projects).Select(_ => Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(routes)).Distinct().Order().ToArray())];
        List<Project> all = [];
        for (var number = 0; number < projects; number++)
        {
            all.Add(Of(number, Math.Round(1 + (9 * random.NextDouble()), 1)) with
            {
                Tied = random.Next(3) / 2.0,
                Group = rich && random.Next(4) == 0 ? $"g{random.Next(projects / 4)}" : "",
                Requires = rich && number > 0 && random.Next(5) == 0 ? [$"p{random.Next(number)}"] : [],
            });
        }

        return (new RouteCover(weights, effects, on), new AllocationRules(all, all.Sum(project => project.Cost) / 3, rich ? 0.4 : null));
    }
}
