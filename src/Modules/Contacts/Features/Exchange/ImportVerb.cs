using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Formats;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts import FILE</c>.</summary>
internal static class ImportVerb
{
    internal const string Name = "contacts.import";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var import = services.GetRequiredService<ImportContacts>();
        var (name, format, text, dryRun) = (request.Text("name"), request.Optional("format"), request.Text("text"), request.Truth("dryRun"));
        var defaults = import.Defaults(name, request.Optional("ofState"), request.Optional("organisation"), request.Optional("kind"), request.Optional("function"));
        var plan = dryRun ? await import.PreviewAsync(name, format, text, defaults, cancel) : await import.RunAsync(name, format, text, defaults, Actor.System, "command line", cancel);
        return ImportAnswer.Of(plan, dryRun);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var file = new Argument<string>("FILE") { Description = "CSV, JSON, vCard 4.0, text after RFC 2350, or security.txt." };
        var format = new Option<string?>("--format") { Description = "Form of the file where name and content do not tell: " + string.Join(", ", ContactFormats.All.Select(each => each.Word)) + ".", HelpName = "FORMAT" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would change, and change nothing." };
        var state = new Option<string?>("--of-state") { Description = "State of the organisation, where the file does not say it.", HelpName = "CODE" };
        var organisation = new Option<string?>("--organisation") { Description = "Name of the organisation, where the file does not say it.", HelpName = "NAME" };
        var kind = new Option<string?>("--kind") { Description = "Kind of organisation, where the file does not say it.", HelpName = "KIND" };
        var function = new Option<string?>("--function") { Description = "Function of the points, where the file does not say it.", HelpName = "FUNCTION" };
        var json = ContactsCommand.JsonOption();
        var verb = new Command("import", "Brings a file into the directory: all of it, or nothing.") { file, format, dryRun, state, organisation, kind, function, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var path = asked.GetRequiredValue(file);
            var text = await ReadAsync(path, cancel);
            var answer = await host.AskAsync<ImportAnswer>(
                folder.Read(asked, host),
                Name,
                new { name = Path.GetFileName(path), format = asked.GetValue(format), text, dryRun = asked.GetValue(dryRun), ofState = asked.GetValue(state), organisation = asked.GetValue(organisation), kind = asked.GetValue(kind), function = asked.GetValue(function) },
                cancel);
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ReadableJson.Options).AsMemory(), cancel);
            else await host.Out.WriteLineAsync(Write(answer).AsMemory(), cancel);
            return answer.Problems.Count == 0 ? 0 : RefusalException.Input;
        });
        return verb;
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var bytes = new FileInfo(path) is { Exists: true, Length: var length } && length > 4L * ImportContacts.LongestFile
                ? throw new RefusalException($"{path} is too large for a directory; split it.", RefusalException.Input)
                : await File.ReadAllBytesAsync(path, cancel);
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusalException($"{path} is not UTF-8; save it as UTF-8.", RefusalException.Input);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {failure.Message}", RefusalException.Input);
        }
    }

    private static string Write(ImportAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var problem in answer.Problems) text.AppendLine(FormattableString.Invariant($"line {problem.Line}, {problem.Field}: {problem.Message}"));
        foreach (var left in answer.NotUnderstood) text.AppendLine("left out: " + left);
        foreach (var change in answer.Changes) text.AppendLine(FormattableString.Invariant($"{change.Change,-8} {change.Point ?? "(organisation)"} · {change.Organisation}{(change.Fields.Count > 0 ? ": " + string.Join(", ", change.Fields) : "")}"));
        var end = answer.Problems.Count > 0 ? "Nothing was imported." : answer.DryRun ? "Nothing was changed: this was a dry run." : "Imported.";
        return text.Append(FormattableString.Invariant($"{answer.Added} added, {answer.Changed} changed, {answer.Same} the same. {end}")).ToString();
    }
}
