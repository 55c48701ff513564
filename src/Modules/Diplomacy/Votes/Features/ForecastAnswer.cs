using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Majority;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>A forecast as the verb and the API write it.</summary>
/// <param name="Rule">simple or two-thirds.</param>
/// <param name="Session">The session for which it is.</param>
/// <param name="Passes">Probability that the text passes, states without enough votes left out.</param>
/// <param name="IfUnknown">The same if all of those voted no, and if all voted yes.</param>
/// <param name="Expected">Expected counts with ranges of 90 %.</param>
/// <param name="Margin">Expected yes − no; for two thirds yes − 2 × no.</param>
/// <param name="Tipping">Which states would together tip it.</param>
/// <param name="Pivotal">On whom it hinges: the change of the probability between the state voting yes and voting no, all else as forecast.</param>
/// <param name="States">State by state, with the basis.</param>
/// <param name="Unknown">Members with fewer than 30 votes in the newest five sessions: nothing is said of them.</param>
/// <param name="Similar">The earlier votes it rests on.</param>
/// <param name="PointsBothWays">True where these please different sides.</param>
/// <param name="Record">How such forecasts of past votes did; null where no text came back.</param>
/// <param name="Note">What it is not.</param>
internal sealed record ForecastAnswer(
    string Rule, int Session, double Passes, ForecastAnswer.Bounds IfUnknown, ForecastAnswer.Counts Expected, double Margin, ForecastAnswer.Tip Tipping,
    IReadOnlyList<ForecastAnswer.Hinge> Pivotal, IReadOnlyList<ForecastAnswer.Line> States, IReadOnlyList<ForecastAnswer.Left> Unknown, IReadOnlyList<ForecastAnswer.Text> Similar,
    bool PointsBothWays, ForecastRecord? Record, string Note)
{
    private const int Digits = 4;

    internal sealed record Bounds(double AllNo, double AllYes);

    internal sealed record Counts(CountRange Yes, CountRange Abstain, CountRange No);

    internal sealed record Tip(string Towards, IReadOnlyList<string> States);

    internal sealed record Hinge(string State, double Change, double IfYes, double IfNo);

    /// <param name="State">Code.</param>
    /// <param name="Given">The choice that the asker gave it; null where it is forecast.</param>
    /// <param name="Yes">Probability.</param>
    /// <param name="Abstain">Probability.</param>
    /// <param name="No">Probability.</param>
    /// <param name="Point">Where it stood in its latest session.</param>
    /// <param name="Low">Lower end of the 95 % interval.</param>
    /// <param name="High">Upper end.</param>
    /// <param name="N">Votes in the newest five sessions.</param>
    /// <param name="SimilarN">Votes among the similar ones.</param>
    /// <param name="Last">What it chose in the newest of them.</param>
    internal sealed record Line(string State, string? Given, double Yes, double Abstain, double No, double Point, double Low, double High, int N, int SimilarN, LastVote? Last);

    internal sealed record LastVote(string Choice, string RollCall, string Resolution, string Date);

    internal sealed record Left(string State, int N, string? Given);

    internal sealed record Text(string RollCall, string Resolution, int Session, string Date, string Title, int Yes, int Abstain, int No);

    internal static ForecastAnswer Of(VoteBook book, MajorityForecast forecast, int session, ForecastRecord? record) => new(
        ForecastAsk.Word(forecast.Rule),
        session,
        Rounded(forecast.Passes),
        new Bounds(Rounded(forecast.IfUnknown.AllNo), Rounded(forecast.IfUnknown.AllYes)),
        new Counts(Rounded(forecast.Yes), Rounded(forecast.Abstain), Rounded(forecast.No)),
        Math.Round(forecast.Margin, 1),
        new Tip(forecast.Tipping.TowardsPassing ? "passing" : "failing", forecast.Tipping.States),
        [.. forecast.Hinges.Select(pivot => new Hinge(pivot.State, Rounded(pivot.Change), Rounded(pivot.IfYes), Rounded(pivot.IfNo)))],
        [.. forecast.Outlook.Known.Select(state => new Line(state.State, GivenTo(forecast, state.State), Rounded(state.Chances.Yes), Rounded(state.Chances.Abstain), Rounded(state.Chances.No),
            Rounded(state.Point.Value), Rounded(state.Point.Low), Rounded(state.Point.High), state.RecentVotes, state.SimilarVotes,
            state.Last is var (rollCall, choice) ? new LastVote(VotesVerb.Word(choice), rollCall.Key, rollCall.Resolution, rollCall.Day) : null))],
        [.. forecast.Outlook.Unknown.Select(state => new Left(state.State, state.RecentVotes, GivenTo(forecast, state.State)))],
        [.. forecast.Outlook.Similar.Select(at => TextOf(book, at))],
        forecast.Outlook.PointsBothWays,
        record,
        "Probabilities and what they rest on. No statement of how any state is going to vote.");

    private static Text TextOf(VoteBook book, int at)
    {
        var rollCall = book.RollCalls[at];
        return new Text(rollCall.Key, rollCall.Resolution, rollCall.Session, rollCall.Day, rollCall.Title, book.CountOf(at, Choice.Yes), book.CountOf(at, Choice.Abstain), book.CountOf(at, Choice.No));
    }

    private static string? GivenTo(MajorityForecast forecast, string state) => forecast.Given.TryGetValue(state, out var choice) ? choice is { } chosen ? VotesVerb.Word(chosen) : "absent" : null;

    private static CountRange Rounded(CountRange range) => range with { Expected = Math.Round(range.Expected, 1) };

    private static double Rounded(double number) => Math.Round(number, Digits);
}
