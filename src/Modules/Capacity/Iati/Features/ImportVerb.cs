using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary><c>noroshi capacity import FILE…</c>: what differs from what is kept, and on demand take it over.</summary>
internal static class ImportVerb
{
    internal const string Name = "capacity.import";
    internal const string KeptName = "capacity.kept";
    private const int Invalid = 1;
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    /// <summary>Which source is asked about.</summary>
    internal sealed record Source(string Name);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var import = new ImportActivities(services.GetRequiredService<RecordStore>(), services.GetRequiredService<NodeOptions>(), services.GetRequiredService<TimeProvider>());
        return await import.RunAsync(request.Deserialize<ImportRequest>(_web) ?? throw new RefusalException("The request is empty.", RefusalException.Input), Actor.System, "command line", cancel);
    }

    /// <summary>Identifiers of what is kept from a source.</summary>
    internal static async Task<object> KeptAsync(IServiceProvider services, JsonElement request, CancellationToken cancel) =>
        await new ActivityRecords(services.GetRequiredService<RecordStore>()).OfSourceAsync(request.Deserialize<Source>(_web)?.Name ?? "", cancel);

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var files = new Argument<string[]>("FILE") { Description = "Files of IATI 2.03 activities, up to 1 GiB each.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "Who says what the files say (default: the reporting organisation of each activity).", HelpName = "NAME" };
        var only = new Option<string?>("--only") { Description = "Only these activities: identifiers with commas between.", HelpName = "ID,…" };
        var replace = new Option<string?>("--replace") { Description = "Take these blocks though another source gave them: " + string.Join(", ", FinancialBlock.All.Select(block => block.Name)) + ".", HelpName = "BLOCK,…" };
        var confidence = new Option<Confidence>("--confidence") { Description = "How far the source may be relied on, A to D (default: B, a secondary source).", HelpName = "A|B|C|D", DefaultValueFactory = _ => Confidence.B };
        var apply = new Option<bool>("--apply") { Description = "Take it over; without it only the differences are shown." };
        var into = new Option<string?>("--into") { Description = "The same as --data.", HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("import", "Shows what files of IATI activities would change, and takes them over with --apply.") { files, source, only, replace, confidence, apply, into, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var options = folder.Read(asked, host);
            if (asked.GetValue(into) is { Length: > 0 } other) options = options with { DataDirectory = Path.GetFullPath(other) };
            var wish = new ImportWish(ListOf(asked.GetValue(only))?.ToHashSet(StringComparer.Ordinal), asked.GetValue(source), ListOf(asked.GetValue(replace)) ?? [], asked.GetValue(apply), asked.GetValue(confidence));
            await using var session = new CommandSession(host, options);
            var run = new ImportRun(
                wish,
                (request, stop) => session.AskAsync<ImportAnswer>(Name, request, stop),
                (name, stop) => session.AskAsync<IReadOnlyList<string>>(KeptName, new Source(name), stop),
                done => host.Error.WriteLine(FormattableString.Invariant($"{done} activities done.")));
            var opened = new List<(string Name, Stream Content)>();
            ImportAnswer answer;
            try
            {
                foreach (var path in asked.GetRequiredValue(files)) opened.Add((Path.GetFileName(path), Open(path)));
                answer = await run.RunAsync(opened, Waiting(options.DataDirectory), cancel);
            }
            finally
            {
                foreach (var (_, content) in opened) await content.DisposeAsync();
            }

            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : ImportText.Write(answer)).AsMemory(), cancel);
            return answer.Problems.Count == 0 ? 0 : Invalid;
        });
        return verb;
    }

    internal static IReadOnlyList<string>? ListOf(string? written) => written?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } list ? list : null;

    private static Stream Open(string path)
    {
        try
        {
            return IatiFile.Open(path, again: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {failure.Message}", RefusalException.Input);
        }
    }

    /// <summary>Where batches wait: in the data folder, because a service may have a folder for temporary files of its own; elsewhere only while there is no node yet.</summary>
    private static string Waiting(string folder) => Directory.Exists(folder) ? WaitingFiles.FolderIn(folder) : Path.GetTempPath();
}
