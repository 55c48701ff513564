using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Formats;
using Noroshi.Shell;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts export</c>.</summary>
internal static class ExportVerb
{
    internal const string Name = "contacts.export";

    /// <summary>The file, and what it is.</summary>
    internal sealed record Answer(string Format, int Points, string Content);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var book = await services.GetRequiredService<ContactDirectory>().CurrentAsync(cancel);
        var file = await services.GetRequiredService<ExportContacts>().RunAsync(book, request.Optional("format"), request.Optional("ofState"), request.Optional("organisation"), Actor.System, cancel);
        return new Answer(file.Format.Word, file.Points, file.Text);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var format = new Option<string>("--format") { Description = "Form of the file: " + string.Join(", ", ContactFormats.All.Select(each => each.Word)) + ".", HelpName = "FORMAT", DefaultValueFactory = _ => "csv" };
        var state = new Option<string?>("--state") { Description = "Only points of this state.", HelpName = "CODE" };
        var organisation = new Option<string?>("--organisation") { Description = "Only points of the organisation with this id.", HelpName = "ID" };
        var path = new Option<string?>("--out") { Description = "Where to write (default: standard output).", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace an existing file." };
        var json = ContactsCommand.JsonOption();
        var verb = new Command("export", "Takes the valid points out as a file; this is recorded.") { format, state, organisation, path, force, json, folder.Data, folder.Database };
        verb.SetAction(async (asked, cancel) =>
        {
            var file = asked.GetValue(path);
            if (file is not null) OutFile.Check(file, asked.GetValue(force));
            var answer = await host.AskAsync<Answer>(
                folder.ReadForeign(asked, host), Name, new { format = asked.GetValue(format), ofState = asked.GetValue(state), organisation = asked.GetValue(organisation) }, cancel);
            if (file is not null) OutFile.Write(file, Encoding.UTF8.GetBytes(answer.Content));
            if (asked.GetValue(json))
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { answer.Format, answer.Points, file, content = file is null ? answer.Content : null }, ReadableJson.Options).AsMemory(), cancel);
            else if (file is null) await host.Out.WriteAsync(answer.Content.AsMemory(), cancel);
            else await host.Out.WriteLineAsync(FormattableString.Invariant($"{answer.Points} points written to {file}.").AsMemory(), cancel);
            return 0;
        });
        return verb;
    }
}
