using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Projects;
using Noroshi.Capacity.Ui;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary><c>noroshi capacity export</c>: the projects of the registry as a file of IATI 2.03.</summary>
internal static class ExportVerb
{
    internal const string Name = "capacity.export";

    /// <summary>The file, how many activities it holds, and what it does not have.</summary>
    internal sealed record Answer(int Activities, string Content, IReadOnlyList<Gap> Gaps);

    /// <summary>Something that was recorded and is not in the file as recorded.</summary>
    internal sealed record Gap(string Project, string Line, string Reason, string Message)
    {
        internal static Gap Of(ExportGap gap) => new(gap.Project, gap.Line, gap.Reason.ToString(), CapacityLabels.English("Gap_" + gap.Reason));
    }

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var export = services.GetRequiredService<ExportProjects>();
        var upTo = request.Optional("upTo") ?? ExportProjects.Markings[0];
        if (!ExportProjects.Markings.Contains(upTo)) throw new RefusalException($"'{upTo}' is no marking that may leave; --up-to takes {string.Join(", ", ExportProjects.Markings)}.", RefusalException.Input);
        var wish = new ExportProjects.Wish(ImportVerb.ListOf(request.Optional("only"))?.ToHashSet(StringComparer.Ordinal), CountryCode.Unknown, Enum.Parse<Tlp>(upTo, ignoreCase: true), request.Optional("publisher"));
        using var written = new MemoryStream();
        var done = await export.WriteAsync(written, wish, null, cancel);
        if (done.Activities == 0)
            throw new RefusalException(
                done.Gaps.Count == 0 ? "No activity is kept here, and the standard knows no file without one. Enter or import some first."
                    : $"No activity may be written: {done.Gaps[0].Project}: {CapacityLabels.English("Gap_" + done.Gaps[0].Reason)}",
                RefusalException.Input);
        await export.RecordAsync(done.Activities, null, cancel);
        return new Answer(done.Activities, Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length), [.. done.Gaps.Select(Gap.Of)]);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var path = new Option<string?>("--out") { Description = "Where to write (default: standard output).", HelpName = "FILE" };
        var only = new Option<string?>("--only") { Description = "Only these projects: ids (C-12, I-3) or identifiers with commas between.", HelpName = "ID,…" };
        var upTo = new Option<string?>("--up-to") { Description = $"The strictest marking that may leave: {string.Join(", ", ExportProjects.Markings)} (default: {ExportProjects.Markings[0]}).", HelpName = "MARKING" };
        var publisher = new Option<string?>("--publisher") { Description = "IATI identifier of the organisation that publishes entered projects.", HelpName = "ID" };
        var force = new Option<bool>("--force") { Description = "Replace an existing file." };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("export", "Writes the projects of the registry as a file of IATI 2.03, and says what is missing in it; this is recorded.") { path, only, upTo, publisher, force, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var file = asked.GetValue(path);
            if (file is not null) OutFile.Check(file, asked.GetValue(force));
            var answer = await host.AskAsync<Answer>(folder.Read(asked, host), Name, new { only = asked.GetValue(only), upTo = asked.GetValue(upTo), publisher = asked.GetValue(publisher) }, cancel);
            if (file is not null) OutFile.Write(file, Encoding.UTF8.GetBytes(answer.Content));
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { answer.Activities, file, content = file is null ? answer.Content : null, answer.Gaps }, ReadableJson.Options).AsMemory(), cancel);
            else if (file is null) await host.Out.WriteAsync(answer.Content.AsMemory(), cancel);
            else await host.Out.WriteLineAsync(FormattableString.Invariant($"{answer.Activities} activities written to {file}.").AsMemory(), cancel);
            if (!asked.GetValue(json)) foreach (var gap in answer.Gaps) await host.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{gap.Project} {(gap.Line == gap.Project ? "" : gap.Line + " ")}[{gap.Reason}] {gap.Message}").AsMemory(), cancel);
            return 0;
        });
        return verb;
    }
}
