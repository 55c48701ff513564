using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Tests.Diplomacy.Votes.Estimation;

namespace Noroshi.Tests.Diplomacy.Votes.Majority;

public sealed class MajorityForecastTests
{
    private const int Next = 9;

    private static readonly VoteBook _book = new InventedVotes(21, states: 60, sessions: 8, rollCalls: 50, step: 0.2).Book;
    private static readonly IdealPoints _points = IdealPointModel.Estimate(_book, new IdealPointOptions { Positive = InventedVotes.Positive }, CancellationToken.None)!;
    private static readonly Dictionary<string, Choice?> _none = [];

    [Fact]
    public void Forecast_WhenMade_AddsUpAndKeepsToItsRanges()
    {
        var forecast = Forecast(Closest());
        forecast.Outlook.Known.Count.ShouldBe(60);
        forecast.Outlook.Positions.Sum(position => position.Weight).ShouldBe(1, 1e-9);
        foreach (var state in forecast.Outlook.Known) (state.Chances.Yes + state.Chances.Abstain + state.Chances.No).ShouldBe(1, 1e-9);
        (forecast.Yes.Expected + forecast.Abstain.Expected + forecast.No.Expected).ShouldBe(60, 1e-6);
        foreach (var range in new[] { forecast.Yes, forecast.Abstain, forecast.No })
        {
            range.Expected.ShouldBeGreaterThanOrEqualTo(range.Low);
            range.Expected.ShouldBeLessThanOrEqualTo(range.High);
        }
    }

    [Fact]
    public void Forecast_WhenAStateMoves_ChangesByWhatThePivotSaid()
    {
        var forecast = Forecast(Closest());
        forecast.Passes.ShouldBeInRange(0.02, 0.98);
        var pivot = forecast.Hinges[0];
        pivot.Change.ShouldBeGreaterThan(0);
        forecast.Hinges.Select(hinge => hinge.Change).ShouldBe(forecast.Hinges.Select(hinge => hinge.Change).OrderDescending());
        var yes = Forecast(Closest(), new() { [pivot.State] = Choice.Yes });
        var no = Forecast(Closest(), new() { [pivot.State] = Choice.No });
        yes.Passes.ShouldBe(pivot.IfYes, 1e-9);
        no.Passes.ShouldBe(pivot.IfNo, 1e-9);
        yes.Hinges.ShouldNotContain(hinge => hinge.State == pivot.State);
    }

    [Fact]
    public void Tipping_WhenItsStatesMove_Tips()
    {
        var forecast = Forecast(Closest());
        var tipping = forecast.Tipping;
        tipping.TowardsPassing.ShouldBe(forecast.Passes < 0.5);
        tipping.States.ShouldNotBeEmpty();
        var moved = tipping.States.ToDictionary(state => state, _ => (Choice?)(tipping.TowardsPassing ? Choice.Yes : Choice.No));
        (Forecast(Closest(), moved).Passes >= 0.5).ShouldBe(tipping.TowardsPassing);
        moved.Remove(tipping.States[^1]);
        (Forecast(Closest(), moved).Passes >= 0.5).ShouldBe(!tipping.TowardsPassing, "one fewer is not enough");
    }

    [Fact]
    public void Forecast_WhenTwoThirdsAreNeeded_IsHarder() =>
        MajorityForecast.Of(OutlookOf(Closest()), MajorityRule.TwoThirds, _none).Passes.ShouldBeLessThan(Forecast(Closest()).Passes);

    [Fact]
    public void Forecast_WhenTheWordingIsLessCertain_HasWiderCounts()
    {
        // One text only, so that its uncertainty is all there is.
        CountRange Yes(double spread) => MajorityForecast.Of(Outlook.Of(_book, _points, [Closest()[^1]], _book.States, Next, new ForecastOptions { TextSpread = spread }), MajorityRule.Simple, _none).Yes;
        var (narrow, wide) = (Yes(0.01), Yes(0.8));
        (wide.High - wide.Low).ShouldBeGreaterThan(narrow.High - narrow.Low, "states' votes go together through the wording");
    }

    [Fact]
    public void Outlook_WhenAStateHasFewVotes_SaysNothingOfIt()
    {
        var rare = _book.IndexOf("S010");
        var book = _book.Where(vote => _book.Voters[vote] != rare || vote % 40 == 0);
        var outlook = Outlook.Of(book, IdealPointModel.Estimate(book, new IdealPointOptions(), CancellationToken.None)!, Closest(), [.. book.States, "XX"], Next, new ForecastOptions());
        outlook.Unknown.Select(state => state.State).ShouldBe(["S010", "XX"]);
        outlook.Unknown[0].RecentVotes.ShouldBeInRange(1, 29);
        outlook.Unknown[1].RecentVotes.ShouldBe(0);
        var forecast = MajorityForecast.Of(outlook, MajorityRule.Simple, _none);
        forecast.IfUnknown.AllNo.ShouldBeLessThan(forecast.Passes);
        forecast.IfUnknown.AllYes.ShouldBeGreaterThan(forecast.Passes);
        var given = MajorityForecast.Of(outlook, MajorityRule.Simple, new Dictionary<string, Choice?> { ["S010"] = Choice.Yes, ["XX"] = Choice.Yes });
        given.Passes.ShouldBe(forecast.IfUnknown.AllYes, 1e-9);
        given.IfUnknown.ShouldBe((given.Passes, given.Passes));
    }

    [Fact]
    public void Outlook_WhenTextsPleaseBothSides_SaysSo()
    {
        var slopes = Enumerable.Range(0, _book.RollCalls.Count).Where(at => _book.RollCalls[at].Session == 8 && _points.ItemOf(at) is not null).OrderBy(at => _points.ItemOf(at)!.Value.Slope).ToList();
        OutlookOf([slopes[0], slopes[^1]]).PointsBothWays.ShouldBeTrue();
        OutlookOf([slopes[0], slopes[1]]).PointsBothWays.ShouldBeFalse();
    }

    [Fact]
    public void Outlook_WhenAStateVotedAgainstItsLine_LeansOnItsOwnRecord()
    {
        // Among the votes on one text, whoever chose no is held likelier to choose no again than its point alone says.
        var text = Closest()[^1];
        var outlook = OutlookOf([text]);
        foreach (var state in outlook.Known)
        {
            if (state.Last is not var (_, choice)) continue;
            var alone = Outlook.Of(_book.Where(vote => vote < _book.Starts[text] || vote >= _book.Starts[text + 1] || _book.Voters[vote] != _book.IndexOf(state.State)), _points, [text], [state.State], Next, new ForecastOptions()).Known.ShouldHaveSingleItem();
            state.Chances.Of(choice).ShouldBeGreaterThan(alone.Chances.Of(choice), state.State);
            alone.SimilarVotes.ShouldBe(0);
            alone.Last.ShouldBeNull();
        }
    }

    private static MajorityForecast Forecast(IReadOnlyList<int> similar, Dictionary<string, Choice?>? given = null) => MajorityForecast.Of(OutlookOf(similar), MajorityRule.Simple, given ?? _none);

    private static Outlook OutlookOf(IReadOnlyList<int> similar) => Outlook.Of(_book, _points, similar, _book.States, Next, new ForecastOptions());

    // The votes of the newest session in which yes and no came closest.
    private static IReadOnlyList<int> Closest() =>
        [.. Enumerable.Range(0, _book.RollCalls.Count).Where(at => _book.RollCalls[at].Session == 8).OrderBy(at => Math.Abs(_book.CountOf(at, Choice.Yes) - _book.CountOf(at, Choice.No))).Take(2).Order()];
}
