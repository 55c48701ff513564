using System.Globalization;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Tests.Diplomacy.Votes.Estimation;

namespace Noroshi.Tests.Diplomacy.Votes.Packs;

/// <summary>The real votes: what is read of them, and our points beside those that Bailey, Strezhnev and Voeten published.</summary>
public sealed class PublishedPointsTests
{
    private static readonly Lazy<IdealPoints> _estimate = new(() => IdealPointModel.Estimate(VotePack.All().Book, new IdealPointOptions(), CancellationToken.None)!);

    [Fact]
    public void Votes_WhenRead_AreAllTaken()
    {
        var (book, rejected) = VotePack.All();
        rejected.Count.ShouldBe(0, rejected.First.Count > 0 ? rejected.First[0].Reason : "");
        book.Choices.Length.ShouldBe(870_109);
        book.States.ShouldContain("NA");
        book.States.ShouldContain("X-ZANZIBAR");
        book.RollCalls.Select(rollCall => rollCall.Session).Distinct().Count().ShouldBe(74, "session 19 decided nearly all without votes, but one recorded vote on its procedure was taken");
    }

    [Fact]
    public void Points_WhenEstimated_AreThosePublished()
    {
        var published = Published();
        var both = _estimate.Value.Rows.Where(row => published.ContainsKey((row.State, row.Session))).Select(row => (row.Session, Ours: row.Value, Theirs: published[(row.State, row.Session)])).ToList();
        both.Count.ShouldBeGreaterThan(10_000);
        var sessions = both.GroupBy(row => row.Session).Select(rows => (rows.Key, Ours: rows.Select(row => row.Ours).ToList(), Theirs: rows.Select(row => row.Theirs).ToList())).ToList();
        var spearman = sessions.Average(session => Correlation.Spearman(session.Ours, session.Theirs));
        var pearson = sessions.Where(session => session.Key >= 60).Average(session => Correlation.Pearson(session.Ours, session.Theirs));
        var pooled = Correlation.Pearson([.. both.Select(row => row.Ours)], [.. both.Select(row => row.Theirs)]);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Spearman within sessions {spearman:0.0000}, Pearson from session 60 {pearson:0.0000}, pooled {pooled:0.0000}, {_estimate.Value.Rounds} rounds"));
        _estimate.Value.Converged.ShouldBeTrue();
        spearman.ShouldBeGreaterThanOrEqualTo(0.98);
        pearson.ShouldBeGreaterThanOrEqualTo(0.98);
        pooled.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Votes_WhenHeldOut_ArePredictedBetterThanByHabit()
    {
        var record = HeldOutVotes.Record(VotePack.All().Book, new IdealPointOptions(), new ForecastOptions(), seed: 0, CancellationToken.None);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record}"));
        record.Votes.ShouldBeGreaterThan(80_000);
        record.Right.ShouldBeGreaterThan(record.RightByPoint);
        record.RightByPoint.ShouldBeGreaterThan(record.RightByLast + 0.05);
        record.RightByPoint.ShouldBeGreaterThan(record.RightByMajority + 0.05);
        record.Brier.ShouldBeLessThan(record.BrierByMajority / 1.5);
    }

    [Fact]
    public void Forecasts_WhenOfPastVotes_AreAsSureAsTheyMayBe()
    {
        var record = PastForecasts.Record(VotePack.All().Book, new IdealPointOptions(), new ForecastOptions(), sessions: 3, CancellationToken.None).ShouldNotBeNull();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record}"));
        record.Texts.ShouldBeGreaterThan(100);
        record.Right.ShouldBeGreaterThan(0.93);
        record.Right.ShouldBeGreaterThan(record.RightByMajority + 0.1);
        record.Brier.ShouldBeLessThan(record.BrierByLast);
        record.CountsWithin.ShouldBeInRange(0.8, 0.98);
        record.Reliability.Where(tenth => tenth.Votes > 1000).ShouldAllBe(tenth => Math.Abs(tenth.Said - tenth.Came) < 0.15);
    }

    // Two states of today carry the three letters of those before them; they are told apart by the number of the Correlates of War.
    private static Dictionary<(string, int), double> Published()
    {
        var points = new Dictionary<(string, int), double>();
        using var file = VoteFile.Open(VotePack.Path("data", "ideal_points_2020.csv.gz"));
        var (number, letters, session, point) = (file.Column("ccode"), file.Column("iso3c"), file.Column("session"), file.Column("IdealPoint"));
        while (file.Read())
        {
            var state = file.Rows.GetString(number) switch { "678" => "YE", "680" => "YD", _ => VotePack.States.OfAlpha3(file.Rows.GetString(letters)) };
            if (state is not null) points[(state, int.Parse(file.Rows.GetString(session), CultureInfo.InvariantCulture))] = double.Parse(file.Rows.GetString(point), CultureInfo.InvariantCulture);
        }

        return points;
    }
}
