using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary><c>noroshi capacity export</c>: the activities that are kept, as a file of IATI 2.03.</summary>
internal static class ExportVerb
{
    internal const string Name = "capacity.export";

    /// <summary>The file, and how many activities it holds.</summary>
    internal sealed record Answer(int Activities, string Content);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var only = ImportVerb.ListOf(request.Optional("only"))?.ToHashSet(StringComparer.Ordinal);
        var left = only?.ToHashSet(StringComparer.Ordinal);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var written = new MemoryStream();
        var count = 0;
        using (var writer = new IatiWriter(written, now))
        {
            await foreach (var kept in new ActivityRecords(services.GetRequiredService<RecordStore>()).StreamAsync(cancel))
            {
                if (only is not null && !only.Contains(kept.Activity.Identifier)) continue;
                left?.Remove(kept.Activity.Identifier);
                writer.Write(kept.Activity);
                count++;
                if (written.Length > ChosenActivities.Largest) throw new RefusalException($"What is kept is more than {ChosenActivities.Largest >> 20} MiB. Choose some with --only.", RefusalException.Input);
            }
        }

        if (left is { Count: > 0 }) throw new RefusalException($"{string.Join(", ", left.Take(10))}: not kept here. Check the identifiers behind --only.", RefusalException.Input);
        if (count == 0) throw new RefusalException("No activity is kept here, and the standard knows no file without one. Import some first.", RefusalException.Input);
        await services.GetRequiredService<IAuditLog>().RecordAsync(
            new AuditEvent(now, "capacity.exported", Actor.System.Id, null, "capacity", true, new Dictionary<string, string> { ["activities"] = count.ToString(CultureInfo.InvariantCulture) }), cancel);
        return new Answer(count, Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var path = new Option<string?>("--out") { Description = "Where to write (default: standard output).", HelpName = "FILE" };
        var only = new Option<string?>("--only") { Description = "Only these activities: identifiers with commas between.", HelpName = "ID,…" };
        var force = new Option<bool>("--force") { Description = "Replace an existing file." };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("export", "Writes the activities that are kept as a file of IATI 2.03; this is recorded.") { path, only, force, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var file = asked.GetValue(path);
            if (file is not null) OutFile.Check(file, asked.GetValue(force));
            var answer = await host.AskAsync<Answer>(folder.Read(asked, host), Name, new { only = asked.GetValue(only) }, cancel);
            if (file is not null) OutFile.Write(file, Encoding.UTF8.GetBytes(answer.Content));
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { answer.Activities, file, content = file is null ? answer.Content : null }, ReadableJson.Options).AsMemory(), cancel);
            else if (file is null) await host.Out.WriteAsync(answer.Content.AsMemory(), cancel);
            else await host.Out.WriteLineAsync(FormattableString.Invariant($"{answer.Activities} activities written to {file}.").AsMemory(), cancel);
            return 0;
        });
        return verb;
    }
}
