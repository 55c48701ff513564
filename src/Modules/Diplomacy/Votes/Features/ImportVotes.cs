using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary><c>votes import</c>: files of recorded votes into the data folder, each roll call whole.</summary>
internal static class ImportVotes
{
    private const int Listed = 20;

    internal static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("files") { Description = "Files of votes: the layout of unvotes, or that of the UN Digital Library (CSV, or gzip of it).", Arity = ArgumentArity.OneOrMore, HelpName = "VOTES" };
        var calls = new Option<string?>("--roll-calls") { Description = "The file of roll calls that belongs to votes in the layout of unvotes.", HelpName = "CALLS" };
        return new Command("import", "Import recorded votes. Roll calls that are there already are replaced whole; rows that cannot be taken are named.") { files, calls }
            .OverFolder(host, (asked, options, json, cancel) => Task.FromResult(Run(host, options, asked.GetRequiredValue(files), asked.GetValue(calls), json, cancel)));
    }

    private static int Run(CommandHost host, NodeOptions options, string[] files, string? calls, bool json, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var rejected = new Rejections();
        var book = Read(files, calls, VotesVerb.States(host), rejected, cancel);
        if (book.Choices.Length == 0) throw new RefusalException($"There is no vote to import in {string.Join(", ", files)}.{(rejected.First is [var first, ..] ? $" {Line(first)}." : "")} Check that the files belong together.", RefusalException.Input);
        new VoteStore(options.DataDirectory).Keep(book);
        var seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3);
        var (votes, rollCalls, states) = (book.Choices.Length, book.RollCalls.Count, book.States.Count);
        if (json)
        {
            host.Out.WriteLine(JsonSerializer.Serialize(new { votes, rollCalls, states, rejected = rejected.First, seconds }, ReadableJson.Options));
        }
        else
        {
            foreach (var row in rejected.First.Take(Listed)) host.Out.WriteLine($"not taken: {Line(row)}");
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{votes:N0} votes of {states} states in {rollCalls:N0} roll calls imported, {rejected.Count:N0} rows not taken, in {seconds:0.0} s"));
        }

        var named = json ? Rejections.Named : Listed;
        if (rejected.Count > named) host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rejected.Count:N0} rows were not taken; the first {named:N0} are named."));
        return 0;
    }

    /// <summary>Reads files of votes of either layout.</summary>
    internal static VoteBook Read(IEnumerable<string> files, string? calls, VoteStates states, Rejections rejected, CancellationToken cancel)
    {
        var builder = new VoteBookBuilder();
        UnvotesReader? unvotes = null;
        foreach (var path in files)
        {
            using var file = VoteFile.Open(path);
            if (DigitalLibraryReader.Reads(file))
            {
                new DigitalLibraryReader(states, builder, rejected).Read(file, cancel);
                continue;
            }

            // The header is looked at first: whoever mixed up the files should hear that, not that the other file is missing.
            _ = file.Column("vote");
            unvotes ??= WithRollCalls(path);
            unvotes.ReadVotes(file, cancel);
        }

        return builder.Build();

        UnvotesReader WithRollCalls(string path)
        {
            if (calls is null) throw new RefusalException($"{path} names roll calls by number only. Give the file that says what they are with --roll-calls.", RefusalException.Input);
            var reader = new UnvotesReader(states, builder, rejected);
            using var file = VoteFile.Open(calls);
            reader.ReadRollCalls(file, cancel);
            return reader;
        }
    }

    private static string Line(Rejections.Rejected row) => string.Create(CultureInfo.InvariantCulture, $"{row.File}, row {row.Row}: {row.Reason}");
}
