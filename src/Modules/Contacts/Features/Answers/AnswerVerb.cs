using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary><c>noroshi contacts answer CHECK</c>: answers a check that a peer sent.</summary>
internal static class AnswerVerb
{
    internal const string Name = "contacts.answer";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var (outcome, check) = await services.GetRequiredService<AnswerCheck>().AnswerAsync(request.Text("check"), cancel);
        if (outcome != AnswerOutcome.Done) throw new RefusalException(AnswerCheck.Reason(outcome), RefusalException.Input);
        return ChecksJson.Of(check!, check!.AnsweredAt!.Value);
    }

    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var check = new Argument<string>("CHECK") { Description = "Id of the check, as 'contacts checks' lists it." };
        var json = ContactsCommand.JsonOption();
        var verb = new Command("answer", "Answers a communication check that a peer sent to a point of this node.") { check, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var answer = await host.AskAsync<ChecksJson.Asked>(folder.Read(asked, host), Name, new { check = asked.GetValue(check) }, cancel);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : $"{answer.Id} · {answer.State} · {answer.Point}: answered.").AsMemory(), cancel);
            return 0;
        });
        return verb;
    }
}
