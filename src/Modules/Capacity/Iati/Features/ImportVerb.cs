using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary><c>noroshi capacity import FILE…</c>: what differs from what is kept, and on demand take it over.</summary>
internal static class ImportVerb
{
    internal const string Name = "capacity.import";
    private const int Invalid = 1;
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var import = new ImportActivities(services.GetRequiredService<RecordStore>(), services.GetRequiredService<NodeOptions>(), services.GetRequiredService<TimeProvider>());
        return await import.RunAsync(request.Deserialize<ImportRequest>(_web) ?? throw new RefusalException("The request is empty.", RefusalException.Input), Actor.System, "command line", cancel);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var files = new Argument<string[]>("FILE") { Description = "Files of IATI 2.03 activities.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "Who says what the files say (default: the reporting organisation of each activity).", HelpName = "NAME" };
        var only = new Option<string?>("--only") { Description = "Only these activities: identifiers with commas between.", HelpName = "ID,…" };
        var replace = new Option<string?>("--replace") { Description = "Take these blocks though another source gave them: " + string.Join(", ", FinancialBlock.All.Select(block => block.Name)) + ".", HelpName = "BLOCK,…" };
        var apply = new Option<bool>("--apply") { Description = "Take it over; without it only the differences are shown." };
        var into = new Option<string?>("--into") { Description = "The same as --data.", HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("import", "Shows what files of IATI activities would change, and takes them over with --apply.") { files, source, only, replace, apply, into, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var options = folder.Read(asked, host);
            if (asked.GetValue(into) is { Length: > 0 } other) options = options with { DataDirectory = Path.GetFullPath(other) };
            using var chosen = ChosenActivities.Read(asked.GetRequiredValue(files), ListOf(asked.GetValue(only)), options.DataDirectory, cancel);
            var answer = chosen.Problems.Count > 0
                ? new ImportAnswer(false, [], [], 0, [], chosen.NotKept) { Problems = chosen.Problems }
                : await host.AskAsync<ImportAnswer>(options, Name, new ImportRequest(chosen.Files, asked.GetValue(source), ListOf(asked.GetValue(replace)) ?? [], asked.GetValue(apply)), cancel) with { NotKept = chosen.NotKept };
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : ImportText.Write(answer)).AsMemory(), cancel);
            return answer.Problems.Count == 0 ? 0 : Invalid;
        });
        return verb;
    }

    internal static IReadOnlyList<string>? ListOf(string? written) => written?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } list ? list : null;
}
