using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary><c>votes forecast</c>: where a majority for a planned text could come from, whom it hinges on, and how sure that is.</summary>
internal static class ForecastMajority
{
    private const int Shown = 10;

    internal static Command Create(CommandHost host)
    {
        var topic = new Option<string?>("--topic") { Description = "The planned text resembles earlier ones whose titles hold these words, for example 'information security'.", HelpName = "WORDS" };
        var resolutions = new Option<string?>("--resolutions") { Description = "The planned text resembles these, for example 73/27,74/29. Goes before --topic.", HelpName = "LIST" };
        var rule = new Option<string?>("--rule") { Description = "What it needs of those present and voting: simple (the default) or two-thirds.", HelpName = "RULE" };
        var set = new Option<string?>("--set") { Description = "What if: take these choices as given, for example PH=yes,ID=abstain,KI=absent.", HelpName = "MOVES" };
        return new Command("forecast", "How probable a majority for a planned text is, state by state with the basis; on whom it hinges; how far it is from tipping; how such forecasts of past votes did. Probabilities, not statements of how a state votes.") { topic, resolutions, rule, set }
            .OverFolder(host, (asked, options, json, cancel) => Task.FromResult(Run(host, options, asked.GetValue(topic), asked.GetValue(resolutions), asked.GetValue(rule), asked.GetValue(set), json, cancel)));
    }

    private static int Run(CommandHost host, NodeOptions options, string? topic, string? resolutions, string? rule, string? set, bool json, CancellationToken cancel)
    {
        var (tables, book) = (VotesVerb.Tables(host), VotesVerb.Kept(options));
        var ask = ForecastAsk.Read(book, Reading.VoteStates.Of(tables), topic, resolutions, rule, set);
        if (book.Choices.Length < IdealPointModel.FewestVotes || IdealPointModel.Estimate(book, new IdealPointOptions(), cancel) is not { } points) throw EstimateIdealPoints.TooFew(book.Choices.Length);
        var session = book.RollCalls[^1].Session + 1;
        var forecast = Of(book, points, ask, [.. tables.Rows("un-members").Select(row => row["state"])], session);
        var record = new RecordFile(options.DataDirectory).ReadOrMake(new VoteStore(options.DataDirectory).Seal, () =>
        {
            host.Error.WriteLine("Looking how such forecasts of past votes did; this takes some seconds, once for these votes.");
            return PastForecasts.Record(book, new IdealPointOptions(), new ForecastOptions(), PastForecasts.Sessions, cancel);
        });
        var answer = ForecastAnswer.Of(book, forecast, session, record);
        if (json) host.Out.WriteLine(JsonSerializer.Serialize(answer, ReadableJson.Options));
        else Write(host.Out, answer);
        if (answer.PointsBothWays) host.Error.WriteLine("The similar texts please different sides: the forecast mixes them. Name those that the planned text follows with --resolutions.");
        return 0;
    }

    /// <summary>Forecasts a majority.</summary>
    internal static MajorityForecast Of(VoteBook book, IdealPoints points, ForecastAsk ask, IReadOnlyList<string> members, int session) =>
        MajorityForecast.Of(Outlook.Of(book, points, ask.Similar, members, session, new ForecastOptions()), ask.Rule, ask.Given);

    private static void Write(TextWriter output, ForecastAnswer answer)
    {
        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"After {answer.Similar.Count} similar votes, the newest {answer.Similar[^1].Resolution} of {answer.Similar[^1].Date}:");
        Line($"probability of a {(answer.Rule == "simple" ? "simple majority" : "two-thirds majority")}: {answer.Passes:0.000}   ({answer.Unknown.Count} members without enough votes left out: {answer.IfUnknown.AllNo:0.000} if all voted no, {answer.IfUnknown.AllYes:0.000} if all yes)");
        Line($"expected: yes {answer.Expected.Yes.Expected:0} ({answer.Expected.Yes.Low}–{answer.Expected.Yes.High}), abstain {answer.Expected.Abstain.Expected:0} ({answer.Expected.Abstain.Low}–{answer.Expected.Abstain.High}), no {answer.Expected.No.Expected:0} ({answer.Expected.No.Low}–{answer.Expected.No.High}); 90 % ranges");
        Line($"{(answer.Tipping.States.Count == 0 ? "no moves of single states tip it" : $"tips towards {answer.Tipping.Towards} when {answer.Tipping.States.Count} states move, those nearest to it first: {string.Join(", ", answer.Tipping.States.Take(Shown))}{(answer.Tipping.States.Count > Shown ? " …" : "")}")}");
        Line($"{(answer.Pivotal.Count > 0 && answer.Pivotal[0].Change >= 0.0005 ? "hinges on (probability if the state votes yes, and if no):" : "hinges on no single state")}");
        foreach (var pivot in answer.Pivotal.Where(pivot => pivot.Change >= 0.0005).Take(Shown)) Line($"  {pivot.State}  {pivot.IfYes:0.000}  {pivot.IfNo:0.000}");
        Line($"state     yes  abstain   no    point  95 % interval   similar  votes  last");
        foreach (var state in answer.States)
            Line($"{state.State,-6} {state.Yes,6:0.00} {state.Abstain,8:0.00} {state.No,6:0.00} {state.Point,7:0.00}  {state.Low,5:0.00} … {state.High,-5:0.00} {state.SimilarN,8} {state.N,6}  {(state.Given is { } given ? $"given: {given}" : state.Last is { } last ? $"{last.Choice} ({last.Resolution})" : "none")}");
        if (answer.Unknown.Count > 0) Line($"unknown, fewer than 30 votes in five sessions: {string.Join(", ", answer.Unknown.Select(state => $"{state.State} ({state.N})"))}");
        if (answer.Record is { } record)
            Line($"record of such forecasts, sessions {record.FromSession} to {record.ToSession}, {record.Texts} texts that came back: {record.Right:P1} of {record.Votes:N0} votes as held most probable (last vote on the text {record.RightByLast:P1}, majority {record.RightByMajority:P1}); Brier {record.Brier:0.000}; {record.Passed:P1} of results right; yes counts within the 90 % range {record.CountsWithin:P1}");
        output.WriteLine(answer.Note);
    }
}
