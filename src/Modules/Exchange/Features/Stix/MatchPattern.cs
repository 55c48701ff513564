using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Stix;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary><c>stix match</c>: a pattern against the observed-data of files.</summary>
internal static class MatchPattern
{
    internal static Command Create(CommandHost host)
    {
        var pattern = new Option<string>("--pattern") { Description = "The pattern; - reads it from standard input.", Required = true, HelpName = "PATTERN" };
        var files = StixCommand.FilesArgument("Bundles with observed-data, or observed-data one per line");
        var json = StixCommand.JsonOption();
        var verb = new Command("match", "Match a pattern against observed-data. Where one observation decides, all that match are listed; otherwise the first set that matches together.") { pattern, files, json };
        verb.SetAction((asked, cancel) => Task.FromResult(Run(host, StixFiles.Pattern(asked.GetRequiredValue(pattern)), asked.GetRequiredValue(files), asked.GetValue(json), cancel)));
        return verb;
    }

    private static int Run(CommandHost host, string text, string[] files, bool json, CancellationToken cancel)
    {
        try
        {
            var matcher = new PatternMatcher(StixPattern.ParseLoosely(text));
            List<Observation> observed = [];
            foreach (var file in files)
            {
                cancel.ThrowIfCancellationRequested();
                observed.AddRange(Read(file));
            }

            var found = matcher.Match(observed);
            var observations = found.Observations.Select(observation => observation.Id).ToList();
            if (json) host.Out.WriteLine(JsonSerializer.Serialize(new { match = found.IsMatch, observations }, StixFiles.Json));
            else if (!found.IsMatch) host.Out.WriteLine($"no match among {observed.Count} observations");
            else foreach (var id in observations) host.Out.WriteLine(id);
            return found.IsMatch ? 0 : 1;
        }
        catch (PatternException problem)
        {
            throw new RefusalException($"The pattern, at character {problem.Error.Position}: {problem.Error.Message}", RefusalException.Input, problem);
        }
    }

    private static IReadOnlyList<Observation> Read(string file)
    {
        using var stream = StixFiles.Open(file);
        try
        {
            return ObservationReader.Read(stream);
        }
        catch (Exception problem) when (problem is StixFormatException or InvalidDataException)
        {
            throw new RefusalException($"{file}: {problem.Message}", RefusalException.Input, problem);
        }
    }
}
