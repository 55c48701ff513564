using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary><c>votes ideal-points</c>: where states stood, session by session, with intervals.</summary>
internal static class EstimateIdealPoints
{
    private const int Digits = 4;

    internal static Command Create(CommandHost host)
    {
        var bootstrap = new Option<bool>("--bootstrap") { Description = "Intervals by parametric bootstrap instead of the curvature of the model." };
        return new Command("ideal-points", "Estimate where states stood on the main line of division, session by session, with 95 % intervals. A description of past votes, not a forecast.") { bootstrap }
            .OverFolder(host, (asked, options, json, cancel) => Task.FromResult(Run(host, options, new IdealPointOptions { Bootstrap = asked.GetValue(bootstrap) }, json, cancel)));
    }

    private static int Run(CommandHost host, NodeOptions options, IdealPointOptions how, bool json, CancellationToken cancel)
    {
        var book = VotesVerb.Kept(options);
        if (book.Choices.Length < IdealPointModel.FewestVotes) throw TooFew(book.Choices.Length);
        var started = Stopwatch.GetTimestamp();
        var estimate = IdealPointModel.Estimate(book, how, cancel) ?? throw TooFew(0);
        var seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3);
        if (json)
        {
            var rows = estimate.Rows.Select(row => new { state = row.State, session = row.Session, point = Math.Round(row.Value, Digits), low = Math.Round(row.Low, Digits), high = Math.Round(row.High, Digits), n = row.Votes });
            host.Out.WriteLine(JsonSerializer.Serialize(new { rows, iterations = estimate.Rounds, converged = estimate.Converged, seconds }, ReadableJson.Options));
        }
        else
        {
            host.Out.WriteLine("state  session   point  95 % interval      votes");
            foreach (var row in estimate.Rows)
                host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.State,-6} {row.Session,7} {row.Value,7:0.00}  {row.Low,6:0.00} … {row.High,-6:0.00}  {row.Votes,7}{(row.Votes < IdealPoint.FewVotes ? "  few" : "")}"));
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(estimate.Converged ? "converged" : "not converged")} after {estimate.Rounds} rounds in {seconds:0.0} s"));
        }

        var few = estimate.Rows.Count(row => row.Votes < IdealPoint.FewVotes);
        if (few > 0) host.Error.WriteLine($"{few} of {estimate.Rows.Count} points rest on fewer than {IdealPoint.FewVotes} votes: they lean on the state's other sessions.");
        if (!estimate.Converged) host.Error.WriteLine("The estimate has not settled; do not rely on it.");
        return estimate.Converged ? 0 : 1;
    }

    /// <summary>Says that there are too few votes to place states.</summary>
    internal static RefusalException TooFew(int votes) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{votes:N0} votes are too few to place states; at least {IdealPointModel.FewestVotes:N0}, with some divided, are needed. Import more."), RefusalException.Input);
}
