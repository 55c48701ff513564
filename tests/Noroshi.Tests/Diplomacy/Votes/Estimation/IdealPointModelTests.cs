using System.Globalization;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Tests.Diplomacy.Votes.Domain;

namespace Noroshi.Tests.Diplomacy.Votes.Estimation;

public sealed class IdealPointModelTests
{
    private static readonly IdealPointOptions _options = new() { Positive = InventedVotes.Positive };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Points_WhenKnown_AreRecoveredWithHonestIntervals(bool bootstrap)
    {
        List<double> covered = [];
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var invented = new InventedVotes(seed, states: 130, sessions: 12, rollCalls: 60, step: 0.25);
            var estimate = IdealPointModel.Estimate(invented.Book, _options with { Bootstrap = bootstrap }, CancellationToken.None).ShouldNotBeNull();
            estimate.Converged.ShouldBeTrue();
            estimate.Rows.Count.ShouldBe(130 * 12);
            var truth = estimate.Rows.Select(row => invented.Points[(row.State, row.Session)]).ToList();
            Correlation.Pearson([.. estimate.Rows.Select(row => row.Value)], truth).ShouldBeGreaterThan(0.98);
            covered.Add(estimate.Rows.Zip(truth).Count(pair => pair.First.Low <= pair.Second && pair.Second <= pair.First.High) / (double)truth.Count);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"95 % intervals cover {string.Join(" ", covered.Select(share => share.ToString("0.000", CultureInfo.InvariantCulture)))}"));
        covered.ShouldAllBe(share => share >= 0.92 && share <= 0.98);
        covered.Average().ShouldBeInRange(bootstrap ? 0.925 : 0.94, 0.965);
    }

    [Fact]
    public void Points_WhenEstimatedByMoreThreads_AreTheSameToTheLastDigit()
    {
        var book = new InventedVotes(3, states: 60, sessions: 8, rollCalls: 40, step: 0.3).Book;
        var one = IdealPointModel.Estimate(book, _options with { Threads = 1 }, CancellationToken.None).ShouldNotBeNull();
        foreach (var threads in new[] { 2, 8 })
        {
            var more = IdealPointModel.Estimate(book, _options with { Threads = threads }, CancellationToken.None).ShouldNotBeNull();
            more.Rows.ShouldBe(one.Rows);
            more.Rounds.ShouldBe(one.Rounds);
        }
    }

    [Fact]
    public void Intervals_WhenVotesAreFew_AreWider()
    {
        var book = new InventedVotes(4, states: 80, sessions: 6, rollCalls: 60, step: 0.3).Book;
        var rare = book.IndexOf("S007");
        var estimate = IdealPointModel.Estimate(book.Where(vote => book.Voters[vote] != rare || vote % 7 == 0), _options, CancellationToken.None).ShouldNotBeNull();
        double Width(string state) => estimate.Rows.Where(row => row.State == state).Average(row => row.High - row.Low);
        Width("S007").ShouldBeGreaterThan(1.5 * estimate.Rows.Where(row => row.State != "S007").Average(row => row.High - row.Low));
        estimate.Rows.Where(row => row.State == "S007").ShouldAllBe(row => row.Votes < IdealPoint.FewVotes);
    }

    [Fact]
    public void Points_WhenRoundsAreTooFew_AreSaidNotToHaveConverged() =>
        IdealPointModel.Estimate(new InventedVotes(5, 40, 3, 30, 0.3).Book, _options with { MostRounds = 1 }, CancellationToken.None).ShouldNotBeNull().Converged.ShouldBeFalse();

    [Fact]
    public void Points_WhenNobodyEverDiffers_AreNotEstimated() => IdealPointModel.Estimate(AgreementTests.Book("YYNA", "YYNA"), _options, CancellationToken.None).ShouldBeNull();
}
