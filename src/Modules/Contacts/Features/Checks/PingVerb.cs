using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Shell;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts ping POINT</c>: writes a communication check and prints what to send.</summary>
internal static class PingVerb
{
    internal const string Name = "contacts.ping";

    /// <summary>The check, its link and the texts to send. The path is shown this once.</summary>
    internal sealed record Answer(
        string Check, string Point, string Organisation, DateTimeOffset SentAt, DateTimeOffset DueAt, DateTimeOffset ExpiresAt, string Path, IReadOnlyList<string> Ways, IReadOnlyList<WhoAnswerJson.Way> Channels, string TextEn, string TextJa, string Note);

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var sent = await services.GetRequiredService<SendCheck>().SendAsync(request.Text("point"), request.Truth("announced"), cancel);
        var address = request.Optional("address") ?? "";
        return new Answer(
            sent.Check.Id, sent.Point.Id, sent.Body.Name(japanese: false), sent.Check.SentAt, sent.Check.DueAt, sent.Check.ExpiresAt, sent.Path, ChecksJson.Ways(sent.Check),
            [.. sent.Point.Channels.Select(channel => new WhoAnswerJson.Way(ContactWords.Of(channel.Kind), channel.Value))],
            CheckWords.Text(sent, address, "en"), CheckWords.Text(sent, address, "ja"),
            sent.Note);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var point = new Argument<string>("POINT") { Description = "Id of the point." };
        var announced = new Option<bool>("--announced") { Description = "The other side was told beforehand that a check would come." };
        var address = new Option<string?>("--address") { Description = "Address under which the other side reaches this node, for example https://node.example; stands before the link.", HelpName = "URL" };
        var json = ContactsCommand.JsonOption();
        var verb = new Command("ping", "Writes a communication check and prints what to send through the official channel; a peer's point is asked through the peer's node as well.") { point, announced, address, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var answer = await host.AskAsync<Answer>(folder.Read(asked, host), Name, new { point = asked.GetValue(point), announced = asked.GetValue(announced), address = asked.GetValue(address) }, cancel);
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ReadableJson.Options).AsMemory(), cancel);
            else await host.Out.WriteLineAsync(FormattableString.Invariant($"{answer.Check} · {answer.Organisation} · {string.Join(", ", answer.Channels.Select(way => way.Value))}\n{answer.Note}\n\n{answer.TextJa}\n\n{answer.TextEn}").AsMemory(), cancel);
            return 0;
        });
        return verb;
    }
}
