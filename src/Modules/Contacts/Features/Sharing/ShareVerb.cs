using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts share</c>: sends this state's own points to its peers.</summary>
internal static class ShareVerb
{
    internal const string Name = "contacts.share";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel) =>
        await services.GetRequiredService<ShareContacts>().RunAsync(Actor.System, cancel);

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var json = ContactsCommand.JsonOption();
        var verb = new Command("share", "Sends this state's own valid points to every active peer, signed.") { json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var outcome = await host.AskAsync<ShareContacts.Outcome>(folder.Read(asked, host), Name, new { }, cancel);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(outcome, ReadableJson.Options) : Write(outcome)).AsMemory(), cancel);
            return 0;
        });
        return verb;
    }

    private static string Write(ShareContacts.Outcome outcome) => string.Join(
        Environment.NewLine, [FormattableString.Invariant($"{outcome.Points} points go to {string.Join(", ", outcome.Peers)}."), .. outcome.NotTo]);
}
