using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts who --state PH --function technical --now</c>.</summary>
internal static class WhoVerb
{
    internal const string Name = "contacts.who";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var ask = new WhoAsk(request.Optional("state"), request.Optional("function"), request.Optional("at"), request.Optional("language"));
        return WhoAnswerJson.Of(await services.GetRequiredService<AskWho>().AskAsync(ask.Read(services.GetRequiredService<TimeProvider>().GetUtcNow()), cancel));
    }

    internal static Command Create(CommandHost host)
    {
        // Here --state names who is called, so the node's own state comes from its environment alone.
        var folder = new FolderOptions();
        var state = new Option<string>("--state") { Description = "The state to call, two letters.", HelpName = "CODE", Required = true };
        var function = new Option<string>("--function") { Description = "What for: " + string.Join(", ", ContactWords.Functions.Select(pair => pair.Word)) + ".", HelpName = "FUNCTION", Required = true };
        var at = new Option<string?>("--at") { Description = "The moment, with its zone, for example 2026-03-01T03:00Z (default: now).", HelpName = "TIME" };
        var now = new Option<bool>("--now") { Description = "Ask for this moment (the default)." };
        var language = new Option<string?>("--language") { Description = "Languages you speak, best first, for example en,ja.", HelpName = "TAGS" };
        var json = ContactsCommand.JsonOption();
        var verb = new Command("who", "Who answers now for a function in a state: open first, with the next step if nobody does.") { state, function, at, now, language, json, folder.Data, folder.Database };
        verb.SetAction(async (asked, cancel) =>
        {
            if (asked.GetValue(now) && asked.GetValue(at) is not null) throw new RefusalException("--now and --at say two different moments; leave one out.", RefusalException.Input);
            var ask = new WhoAsk(asked.GetValue(state), asked.GetValue(function), asked.GetValue(at), asked.GetValue(language));
            ask.Read(DateTimeOffset.UnixEpoch); // Said before a store is opened.
            var answer = await host.AskAsync<WhoAnswerJson>(folder.ReadForeign(asked, host), Name, new { state = ask.State, function = ask.Function, at = ask.At, language = ask.Language }, cancel);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : Write(answer)).AsMemory(), cancel);
            return answer.Answers.Count > 0 ? 0 : 1;
        });
        return verb;
    }

    private static string Write(WhoAnswerJson answer)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{answer.State} · {answer.Function} · {answer.At:yyyy-MM-dd HH:mm}Z\n");
        if (answer.Note is not null) text.Append(answer.Note).Append('\n');
        foreach (var line in answer.Answers.Concat(answer.Others))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{(line.Open switch { true => "open", false => "closed", _ => "hours not known" })}] {line.Organisation}{(line.Exercise ? " (EXERCISE)" : "")} · {line.Function} · there {line.LocalTime}");
            if (line.OpensAt is { } opens) text.Append(CultureInfo.InvariantCulture, $" · opens {opens:yyyy-MM-dd HH:mm}Z");
            if (line.Holiday is { } holiday) text.Append(CultureInfo.InvariantCulture, $" · holiday: {holiday}");
            if (!line.HolidaysKnown) text.Append(" · holidays not known");
            if (line.LastCheck is { Overdue: true }) text.Append(" · did not answer the last check");
            text.Append('\n');
            foreach (var way in line.Channels) text.Append(CultureInfo.InvariantCulture, $"    {way.Kind,-10} {way.Value}\n");
            text.Append(CultureInfo.InvariantCulture, $"    languages  {(line.Languages.Count > 0 ? string.Join(", ", line.Languages) : "not recorded")}\n");
            foreach (var (step, number) in line.Next.Select((step, index) => (step, index + 1)))
                text.Append(CultureInfo.InvariantCulture, $"    next {number}     {step.Organisation} · {step.Function} · {(step.Channels.Count > 0 ? step.Channels[0].Value : "")} ({step.Reason})\n");
        }

        return text.ToString().TrimEnd('\n');
    }
}
