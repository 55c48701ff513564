using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>noroshi hotline send|list|ack|verify</c>: in the serving node where there is one; verify needs none.</summary>
internal static class HotlineCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    internal static Command Create(CommandHost host) => new("hotline", "Speaks with another state: sends a message, lists conversations, acknowledges, checks transcripts.") { Send(host), List(host), Acknowledge(host), VerifyVerb.Create(host) };

    private static Command Send(CommandHost host)
    {
        var to = new Option<string>("--to") { Description = "State of the peer, or the id of its node.", HelpName = "STATE", Required = true };
        var kind = new Option<string>("--class") { Description = "What the message is.", HelpName = string.Join('|', HotlineWords.Classes), Required = true };
        var precedence = new Option<string>("--precedence") { Description = "How soon it wants to be acknowledged.", HelpName = string.Join('|', HotlineWords.Precedences), DefaultValueFactory = _ => "routine" };
        var marking = new Option<string>("--marking") { Description = "How far it may travel.", HelpName = "TLP", DefaultValueFactory = _ => "TLP:AMBER" };
        var text = new Option<string?>("--text") { Description = "The message in English.", HelpName = "TEXT" };
        var textJa = new Option<string?>("--text-ja") { Description = "The message in Japanese.", HelpName = "TEXT" };
        var subject = new Option<string?>("--subject") { Description = "One line (default: the beginning of the text).", HelpName = "TEXT" };
        var attach = new Option<string[]>("--attach") { Description = "A file to go with it; up to five, 1 MiB together.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var conversation = new Option<string?>("--conversation") { Description = "Continue this conversation (default: begin one).", HelpName = "ID" };
        var attribution = new Option<bool>("--attributes-conduct") { Description = "You say that this message attributes conduct to a state." };
        var person = As();
        var verb = new Command("send", "Sends a message. It rings there until somebody acknowledges it.") { to, kind, precedence, marking, text, textJa, subject, attach, conversation, attribution, person };
        return verb.OverFolder(host, async (asked, options, json, cancel) =>
        {
            var (en, ja) = (asked.GetValue(text), asked.GetValue(textJa));
            var id = asked.GetValue(conversation);
            var said = await host.AskAsync<HotlineVerbs.SaidLine>(options, HotlineVerbs.Send, new
            {
                to = asked.GetRequiredValue(to),
                @class = asked.GetRequiredValue(kind),
                precedence = asked.GetRequiredValue(precedence),
                marking = asked.GetRequiredValue(marking),
                text = en,
                textJa = ja,
                subject = asked.GetValue(subject) ?? (id is null ? Beginning(en is { Length: > 0 } ? en : ja) : null),
                conversation = id,
                attribution = asked.GetValue(attribution),
                files = await FilesAsync(asked.GetValue(attach) ?? [], cancel),
                @as = asked.GetValue(person),
            }, cancel);
            await host.Out.WriteLineAsync(json ? JsonSerializer.Serialize(said, _json) : $"{said.Number} is on its way to {said.State} (message {said.Id}, conversation {said.Conversation}).");
            return 0;
        });
    }

    private static Command List(CommandHost host)
    {
        var state = new Option<string?>("--state") { Description = "Only with this state.", HelpName = "STATE" };
        var open = new Option<bool>("--open") { Description = "Only conversations that are not closed." };
        var verb = new Command("list", "Lists conversations, those that wait first, with their messages.") { state, open };
        return verb.OverFolder(host, async (asked, options, json, cancel) =>
        {
            var listed = await host.AskAsync<HotlineVerbs.ListedConversations>(options, HotlineVerbs.List, new { state = asked.GetValue(state), open = asked.GetValue(open) }, cancel);
            if (json)
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(listed, _json));
                return 0;
            }

            foreach (var (conversation, messages, _) in listed.Conversations)
            {
                await host.Out.WriteLineAsync($"{conversation.State}  {conversation.Subject}  ({conversation.Id}){(conversation.ClosedAt is null ? "" : "  closed")}");
                foreach (var one in messages)
                {
                    var stands = one.Ours ? one.Delivery ?? "" : one.Ring is { StoppedAt: null } ? "WAITS" : "acknowledged";
                    await host.Out.WriteLineAsync(FormattableString.Invariant($"  {one.Number,-7} {one.SaidAt:yyyy-MM-dd HH:mm}Z {one.Precedence,-9} {one.Class,-21} {stands,-12} {one.Id}"));
                }
            }

            return 0;
        });
    }

    private static Command Acknowledge(CommandHost host)
    {
        var message = new Argument<string>("id") { Description = "Id of the received message." };
        var person = As();
        var verb = new Command("ack", "Acknowledges a received message: the ringing stops, and the other side sees it.") { message, person };
        return verb.OverFolder(host, async (asked, options, json, cancel) =>
        {
            var done = await host.AskAsync<HotlineVerbs.AcknowledgedLine>(options, HotlineVerbs.Acknowledge, new { message = asked.GetRequiredValue(message), @as = asked.GetValue(person) }, cancel);
            await host.Out.WriteLineAsync(json ? JsonSerializer.Serialize(done, _json) : done.Acknowledged ? $"{done.Message} is acknowledged." : $"{done.Message} was acknowledged before.");
            return 0;
        });
    }

    private static Option<string?> As() => new("--as") { Description = "Sign-in name of the person who speaks (default: the only diplomat, else the only administrator).", HelpName = "NAME" };

    private static async Task<List<object>> FilesAsync(string[] paths, CancellationToken cancel)
    {
        var files = new List<object>();
        foreach (var path in paths)
        {
            try
            {
                if (new FileInfo(path).Length > HotlineLimits.MostFileBytes) throw new RefusalException($"--attach: {path} is larger than {HotlineLimits.MostFileBytes} bytes. Send a summary, or hand it over by another channel.", RefusalException.Input);
                files.Add(new { name = Path.GetFileName(path), content = Convert.ToBase64String(await File.ReadAllBytesAsync(path, cancel)) });
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new RefusalException($"--attach: {path} cannot be read: {failure.Message}", RefusalException.Input, failure);
            }
        }

        return files;
    }

    private static string? Beginning(string? text)
    {
        var line = text?.Trim().ReplaceLineEndings("\n").Split('\n')[0];
        return line is { Length: > 80 } ? line[..79] + "…" : line;
    }
}
