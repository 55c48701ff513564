using System.CommandLine;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;
using Noroshi.Shell;

namespace Noroshi.Observatory.Features;

/// <summary><c>observe summarise</c>: what is in these files, without a store.</summary>
internal static class SummariseCommand
{
    internal static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("files") { Description = "Captures and logs (pcap, pcapng, Suricata EVE, Zeek conn.log, CSV; gzip of each); - is standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
        var by = new Option<string>("--by") { Description = $"What to group by: {string.Join(", ", Grouping.KnownFields)}; join with + to group together, list with commas.", DefaultValueFactory = _ => "country,asn,port", HelpName = "FIELDS" };
        var top = new Option<int>("--top") { Description = "Largest groups shown of each grouping and unit.", DefaultValueFactory = _ => 20, HelpName = "N" };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000_000) result.AddError("--top must be between 1 and 10000000.");
        });
        var count = new Option<bool>("--count") { Description = "Only count the groups." };
        var format = new Option<string?>("--format") { Description = $"Format of the files, instead of detecting it: {string.Join(", ", InputFormats.All)}.", HelpName = "NAME" };
        format.AcceptOnlyFromAmong([.. InputFormats.All]);
        var mapping = new Option<string?>("--mapping") { Description = "JSON file that says what the columns of CSV files mean.", HelpName = "FILE" };
        var plan = new Option<string?>("--plan") { Description = "Own address plan (CSV), which gives target sectors.", HelpName = "FILE" };
        var overlay = new Option<string?>("--overlay") { Description = "EXERCISE overlay (CSV) that gives reserved ranges to states and networks.", HelpName = "FILE" };
        var json = ObserveCommand.JsonOption();
        var command = new Command("summarise", "Count what is in captures and logs, by country, network, port, source, tool or sector. Keeps nothing.") { files, by, top, count, format, mapping, plan, overlay, json };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(host, new SummariseRequest
        {
            Files = parsed.GetValue(files)!,
            By = parsed.GetValue(by)!,
            Top = parsed.GetValue(top),
            CountOnly = parsed.GetValue(count),
            Format = parsed.GetValue(format),
            Mapping = parsed.GetValue(mapping),
            Enrichment = new EnrichmentFiles { AddressPlan = parsed.GetValue(plan), Overlay = parsed.GetValue(overlay) },
            Json = parsed.GetValue(json),
        }, cancel)));
        return command;
    }

    private static int Run(CommandHost host, SummariseRequest request, CancellationToken cancel)
    {
        try
        {
            using var run = SummariseRun.Start(request);
            foreach (var file in request.Files) run.Read(file, cancel);
            foreach (var (file, problem) in run.Unreadable) host.Error.WriteLine($"{file}: {problem}");
            if (run.NothingRead) return 1;
            if (request.Json) SummariseJson.Write(host.Out, run);
            else SummariseTables.Write(host.Out, run);
            return run.Unreadable.Count == 0 ? 0 : 1;
        }
        catch (Exception problem) when (problem is UnreadableInputException or EnrichmentFileException or ArgumentException or InsufficientMemoryException or IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine(problem.Message);
            return problem is ArgumentException ? 2 : 1;
        }
    }
}
