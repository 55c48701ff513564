using System.Diagnostics;
using System.Globalization;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Bench;

/// <summary>Recorded votes: importing and placing states, as many votes as the General Assembly has cast; invented, or from files.</summary>
internal static class DiplomacyBench
{
    private const double ImportBar = 10;
    private const double EstimateBar = 2;
    private const int Rounds = 5;

    /// <summary>Prints figures and bars; 0 when all hold.</summary>
    public static int Run(string root, string? votes, string? calls, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-bench-votes-").FullName;
        try
        {
            var tables = ReferenceTables.Read(Path.Combine(root, "data"));
            var isInvented = votes is null;
            if (votes is null) (votes, calls) = Invent(folder, [.. tables.Rows("un-members").Select(row => row["state"])]);
            var states = VoteStates.Of(tables);
            List<double> imports = [], estimates = [];
            for (var round = 0; round < Rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                var rejected = new Rejections();
                new VoteStore(Path.Combine(folder, $"data-{round}")).Keep(ImportVotes.Read([votes], calls, states, rejected, CancellationToken.None));
                imports.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                var book = new VoteStore(Path.Combine(folder, $"data-{round}")).Read();
                started = Stopwatch.GetTimestamp();
                var estimate = IdealPointModel.Estimate(book, new IdealPointOptions(), CancellationToken.None)!;
                estimates.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                if (round == 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{book.Choices.Length:N0} votes, {book.RollCalls.Count:N0} roll calls, {book.States.Count} states, {rejected.Count} rows not taken; {estimate.Rows.Count:N0} points, {(estimate.Converged ? "converged" : "NOT converged")} after {estimate.Rounds} rounds; {Environment.ProcessorCount} cores"));
            }

            if (!isInvented) Tell(output, new VoteStore(Path.Combine(folder, "data-0")).Read());
            var holds = Line(output, "import", imports, ImportBar) & Line(output, "ideal points", estimates, EstimateBar);
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Real votes only: invented ones are told by the model that made them.
    private static void Tell(TextWriter output, VoteBook book)
    {
        void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        var held = HeldOutVotes.Record(book, new IdealPointOptions(), new ForecastOptions(), seed: 0, CancellationToken.None);
        Write($"held out, every tenth vote: {held.Votes:N0} votes, right {held.Right:P2} (point and item alone {held.RightByPoint:P2}), majority of the roll call {held.RightByMajority:P2}, last vote on the text or else at all {held.RightByLast:P2}; Brier {held.Brier:0.0000}, shares of the roll call {held.BrierByMajority:0.0000}");
        var started = Stopwatch.GetTimestamp();
        if (PastForecasts.Record(book, new IdealPointOptions(), new ForecastOptions(), PastForecasts.Sessions, CancellationToken.None) is not { } record) return;
        Write($"forecasts from earlier sessions alone, sessions {record.FromSession} to {record.ToSession}: {record.Texts} texts, {record.Votes:N0} votes, right {record.Right:P2}, last vote on the text {record.RightByLast:P2}, majority {record.RightByMajority:P2}; Brier {record.Brier:0.0000}, last vote taken as certain {record.BrierByLast:0.0000}; results right {record.Passed:P1}, Brier of passing {record.PassBrier:0.0000}; yes counts within the 90 % range {record.CountsWithin:P1}; {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        foreach (var tenth in record.Reliability) Write($"  yes said {tenth.From:0.0}–{tenth.From + 0.1:0.0}: {tenth.Votes,7:N0} forecasts, mean {tenth.Said:0.000}, came {tenth.Came:0.000}");
    }

    private static bool Line(TextWriter output, string work, List<double> seconds, double bar)
    {
        var median = seconds.Order().ElementAt(seconds.Count / 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work}: {median:0.00} s (median of {seconds.Count}, first {seconds[0]:0.00}, worst {seconds.Max():0.00}); bar {bar:0} s: {(median <= bar ? "holds" : "MISSED")}"));
        return median <= bar;
    }

    private static (string Votes, string Calls) Invent(string folder, List<string> states)
    {
        const int Sessions = 74, RollCallsPerSession = 70;
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var (votes, calls) = (Path.Combine(folder, "votes.csv"), Path.Combine(folder, "calls.csv"));
        using var voteFile = new StreamWriter(votes);
        using var callFile = new StreamWriter(calls);
        voteFile.Write("rcid,country,country_code,vote\n");
        callFile.Write("rcid,session,date,unres\n");
        var places = states.Select(_ => Normal()).ToArray();
        var id = 0;
        for (var session = 1; session <= Sessions; session++)
        {
            for (var state = 0; state < places.Length; state++) places[state] = 0.97 * places[state] + 0.2 * Normal();
            for (var rollCall = 0; rollCall < RollCallsPerSession; rollCall++)
            {
                callFile.Write(string.Create(CultureInfo.InvariantCulture, $"{++id},{session},{1945 + session}-12-01,R/{session}/{rollCall}\n"));
                var (slope, lower) = (1.2 * Normal(), 0.9 * Normal() + 0.5);
                for (var state = 0; state < places.Length; state++)
                {
                    if (random.NextDouble() < 0.13) continue;
                    var leaning = slope * places[state] + Normal();
                    voteFile.Write(string.Create(CultureInfo.InvariantCulture, $"{id},{(states[state] == "NA" ? "Namibia" : "x")},{states[state]},{(leaning < lower ? "yes" : leaning < lower + 0.4 ? "abstain" : "no")}\n"));
                }
            }
        }

        return (votes, calls);
    }
}
