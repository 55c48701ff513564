using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Majority;

namespace Noroshi.Tests.Diplomacy.Votes.Majority;

/// <summary>The fold over states beside the sum over every way they can vote.</summary>
public sealed class TallyTests
{
    private static readonly Chances[] _votes = [new(0.5, 0.2, 0.3), new(0.1, 0.1, 0.8), new(0.9, 0.05, 0.05), new(0.3, 0.6, 0.1), new(1, 0, 0), new(0.4, 0.1, 0.5)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tally_WhenEveryWayIsCounted_IsTheSame(bool twoThirds)
    {
        var rule = twoThirds ? MajorityRule.TwoThirds : MajorityRule.Simple;
        var tally = new Tally(_votes, rule);
        tally.Passes.ShouldBe(Counted(_votes, rule), 1e-12);
        Tally.Passing(_votes, rule).ShouldBe(tally.Passes, 1e-12);
        for (var state = 0; state < _votes.Length; state++)
        {
            var (ifYes, ifNo) = tally.PassesWith(state);
            ifYes.ShouldBe(Counted([.. _votes[..state], Chances.Given(Choice.Yes), .. _votes[(state + 1)..]], rule), 1e-12);
            ifNo.ShouldBe(Counted([.. _votes[..state], Chances.Given(Choice.No), .. _votes[(state + 1)..]], rule), 1e-12);
            ifYes.ShouldBeGreaterThanOrEqualTo(ifNo);
        }
    }

    [Theory]
    [InlineData("YN", false, 0)]
    [InlineData("YYN", false, 1)]
    [InlineData("YYN", true, 1)]
    [InlineData("YYYNN", true, 0)]
    [InlineData("YAAAA", true, 1)]
    [InlineData("AAAA", false, 0)]
    public void Tally_WhenChoicesAreGiven_FollowsTheRule(string choices, bool twoThirds, double expected) =>
        Tally.Passing([.. choices.Select(letter => Chances.Given(letter switch { 'Y' => Choice.Yes, 'N' => Choice.No, _ => Choice.Abstain }))], twoThirds ? MajorityRule.TwoThirds : MajorityRule.Simple).ShouldBe(expected, 1e-12);

    [Fact]
    public void Count_WhenFolded_IsTheBinomial()
    {
        var counts = Tally.Count(Enumerable.Repeat(0.5, 4));
        counts.ShouldBe([1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0], 1e-12);
        CountRange.Of(counts).ShouldBe(new CountRange(2, 0, 4));
        CountRange.Of(Tally.Count(Enumerable.Repeat(1.0, 3))).ShouldBe(new CountRange(3, 3, 3));
    }

    private static double Counted(Chances[] votes, MajorityRule rule)
    {
        var sum = 0.0;
        for (var way = 0; way < (int)Math.Pow(3, votes.Length); way++)
        {
            var (rest, chance, yes, no) = (way, 1.0, 0, 0);
            foreach (var vote in votes)
            {
                var choice = (Choice)(rest % 3);
                rest /= 3;
                chance *= vote.Of(choice);
                if (choice == Choice.Yes) yes++;
                if (choice == Choice.No) no++;
            }

            if (rule == MajorityRule.Simple ? yes > no : yes >= 2 * no) sum += chance;
        }

        return sum;
    }
}
