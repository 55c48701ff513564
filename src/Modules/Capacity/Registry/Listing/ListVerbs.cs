using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Matching;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Capacity.Registry;

/// <summary><c>noroshi capacity projects|needs|overlaps</c>: what is in the registry, read from the data folder; nothing is changed.</summary>
internal static class ListVerbs
{
    internal const string Projects = "capacity.projects";
    internal const string Needs = "capacity.needs";
    internal const string Overlaps = "capacity.overlaps";

    internal static IEnumerable<Command> All(CommandHost host) =>
    [
        List<ShowProjects.Answer>(host, "projects", "Lists the projects of the registry, entered and imported.", Projects, answer => answer.Projects.Select(one =>
            $"{one.Id,-6} {one.Status} {one.ActualStart ?? one.PlannedStart ?? "?"} – {one.ActualEnd ?? one.PlannedEnd ?? "?"} {string.Join(',', one.Recipients.Select(share => share.Code))} · {one.Title} · {one.Origin.Source}{(one.Origin.File is { } file ? $" ({file})" : "")} [{one.Origin.Confidence}]")),
        List<ShowNeeds.Needs>(host, "needs", "Lists the needs of the registry, most urgent first.", Needs, answer => answer.List.Select(one =>
            $"{one.Id,-6} {one.State} {one.Topic} {one.Priority} {one.Until ?? "?"} · {one.Title} · {one.Origin.Source} [{one.Origin.Confidence}]")),
        List<ShowMatches.Overlaps>(host, "overlaps", "Lists pairs of projects that may be one effort twice.", Overlaps, answer => answer.List.Select(one =>
            string.Create(CultureInfo.InvariantCulture, $"{one.Likeness:0.00} {one.First} {one.FirstTitle} · {one.Second} {one.SecondTitle} · {string.Join(',', one.SharedStates)}"))),
    ];

    internal static async Task<object> ProjectsAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var (record, filter, today) = await AskedAsync(services, request, cancel);
        return new ShowProjects.Answer([.. filter.Of(record.Projects, today).Select(one => ProjectAnswer.Of(one, record))]);
    }

    internal static async Task<object> NeedsAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var (record, filter, today) = await AskedAsync(services, request, cancel);
        return new ShowNeeds.Needs([.. filter.Of(record.Needs, today).Select(one => ShowNeeds.Of(one, today))]);
    }

    internal static async Task<object> OverlapsAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var (record, filter, _) = await AskedAsync(services, request, cancel);
        var found = services.GetRequiredService<OverlapCache>().Among(record);
        return new ShowMatches.Overlaps(FindOverlaps.Threshold, found.IsPartial, [.. found.Pairs.Where(filter.Holds).Select(ShowMatches.Of)]);
    }

    private static async Task<(CapacityRecord Record, RegistryFilter Filter, DateOnly Today)> AskedAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var reading = services.GetRequiredService<ReadCapacity>();
        try
        {
            var filter = services.GetRequiredService<CapacityAsk>().Filter(name => request.Optional(name));
            return (await reading.ForAsync(null, cancel), filter, reading.Today);
        }
        catch (WrongAskException wrong)
        {
            throw new RefusalException($"{wrong.Wrong} {wrong.Remedy}", RefusalException.Input);
        }
    }

    private static Command List<TAnswer>(CommandHost host, string name, string said, string verb, Func<TAnswer, IEnumerable<string>> write)
    {
        var folder = new FolderOptions();
        folder.State.Description = "Only what concerns this state: ISO 3166-1 alpha-2 code.";
        folder.State.DefaultValueFactory = _ => "";
        var text = new Option<string?>("--q") { Description = "Only what holds these words.", HelpName = "WORDS" };
        var open = new Option<bool>("--open") { Description = "Only what runs or has not lapsed." };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object, as the API answers." };
        var command = new Command(name, said) { text, open, json };
        folder.AddTo(command);
        command.SetAction(async (asked, cancel) =>
        {
            var answer = await host.AskAsync<TAnswer>(folder.ReadForeign(asked, host), verb, new { state = asked.GetValue(folder.State), q = asked.GetValue(text), open = asked.GetValue(open) ? "1" : null }, cancel);
            if (asked.GetValue(json))
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ReadableJson.Options).AsMemory(), cancel);
                return 0;
            }

            var lines = new StringBuilder();
            var count = 0;
            foreach (var line in write(answer))
            {
                lines.AppendLine(line);
                count++;
            }

            await host.Out.WriteLineAsync(lines.Append(CultureInfo.InvariantCulture, $"{count} {name}.").ToString().AsMemory(), cancel);
            return 0;
        });
        return command;
    }
}
