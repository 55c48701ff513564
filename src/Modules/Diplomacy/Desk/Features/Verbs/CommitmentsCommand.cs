using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary><c>noroshi commitments list [--overdue]</c>.</summary>
internal static class CommitmentsCommand
{
    internal static Command Create(CommandHost host) => new("commitments", "What states promised each other, who owns it, and what is overdue.") { List(host) };

    private static Command List(CommandHost host)
    {
        var folder = new FolderOptions();
        var (search, state, json) = (DeskCommands.SearchOption(), DeskCommands.StateOption("A state that promised."), DeskCommands.JsonOption());
        var status = new Option<string?>("--status") { Description = "What is known: " + string.Join(", ", EntryWords.Statuses) + ".", HelpName = "STATUS" };
        var overdue = new Option<bool>("--overdue") { Description = "Only those whose date has passed without evidence that they were kept." };
        var verb = new Command("list", "Commitments, overdue ones first. Exit code 1 where there is none.") { search, state, status, overdue, json, folder.Data, folder.Database };
        verb.SetAction(async (asked, cancel) =>
        {
            var request = new { q = asked.GetValue(search), state = asked.GetValue(state), status = asked.GetValue(status), overdue = asked.GetValue(overdue) ? "1" : null };
            var answer = await host.AskAsync<ShowCommitments.Answer>(folder.ReadForeign(asked, host), DeskVerbs.Commitments, request, cancel);
            await DeskCommands.WriteAsync(host, asked.GetValue(json), answer, () => string.Join('\n', answer.Commitments.Select(Line)), cancel);
            return answer.Commitments.Count > 0 ? 0 : 1;
        });
        return verb;
    }

    private static string Line(CommitmentAnswer one) =>
        $"{(one.Overdue ? "OVERDUE" : one.Status),-10}  due {one.Due ?? "no date",-10}  {one.Id,-14}  {string.Join(' ', one.States.Concat(one.Organisations))}{(one.Group is { } group ? $" ({group})" : "")}: {one.Text?.En ?? one.Text?.Ja} [{one.Owner?.En ?? one.Owner?.Ja}; {one.Origin.Source}; confidence {one.Origin.Confidence}]";
}
