using System.CommandLine;
using System.Globalization;
using System.Text;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary><c>noroshi meetings list|show</c>.</summary>
internal static class MeetingsCommand
{
    internal static Command Create(CommandHost host) => new("meetings", "Conferences, sessions and consultations, and what came out of them.") { List(host), Show(host) };

    private static Command List(CommandHost host)
    {
        var folder = new FolderOptions();
        var (search, state, json) = (DeskCommands.SearchOption(), DeskCommands.StateOption("A state that was host or is named as present."), DeskCommands.JsonOption());
        var forum = new Option<string?>("--forum") { Description = "Id of the forum, for example GCCS.", HelpName = "ID" };
        var year = new Option<string?>("--year") { Description = "The year, for example 2012.", HelpName = "YEAR" };
        var ahead = new Option<bool>("--ahead") { Description = "Only those that have not ended." };
        var verb = new Command("list", "Meetings, latest first.") { search, forum, state, year, ahead, json, folder.Data, folder.Database };
        verb.SetAction(async (asked, cancel) =>
        {
            var request = new { q = asked.GetValue(search), forum = asked.GetValue(forum), state = asked.GetValue(state), year = asked.GetValue(year), ahead = asked.GetValue(ahead) ? "1" : null };
            var answer = await host.AskAsync<ShowMeetings.Answer>(folder.ReadForeign(asked, host), DeskVerbs.Meetings, request, cancel);
            await DeskCommands.WriteAsync(host, asked.GetValue(json), answer, () => string.Join('\n', answer.Meetings.Select(Line)), cancel);
            return answer.Meetings.Count > 0 ? 0 : 1;
        });
        return verb;
    }

    private static Command Show(CommandHost host)
    {
        var folder = new FolderOptions();
        var id = new Argument<string>("ID") { Description = "Id of the meeting, for example GCCS2012." };
        var json = DeskCommands.JsonOption();
        var verb = new Command("show", "One meeting with its sessions, statements, outcome points and commitments.") { id, json, folder.Data, folder.Database };
        verb.SetAction(async (asked, cancel) =>
        {
            var answer = await host.AskAsync<MeetingAnswer>(folder.ReadForeign(asked, host), DeskVerbs.Meeting, new { id = asked.GetRequiredValue(id) }, cancel);
            await DeskCommands.WriteAsync(host, asked.GetValue(json), answer, () => Write(answer), cancel);
            return 0;
        });
        return verb;
    }

    private static string Line(MeetingAnswer one) => $"{one.Start ?? "date unknown",-10}  {one.Id,-14}  {Text(one.Name)}{(one.Place is null ? "" : $" ({Text(one.Place)})")}";

    private static string Write(MeetingAnswer one)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Text(one.Name)}\n{one.Start ?? "date unknown"} to {one.End ?? "date unknown"} · {Text(one.Place)} · {one.States?.ToString(CultureInfo.InvariantCulture) ?? "unknown number of"} states, {one.People?.ToString(CultureInfo.InvariantCulture) ?? "unknown number of"} people\n");
        text.Append(CultureInfo.InvariantCulture, $"before {one.Follows ?? "not recorded"} · after {(one.FollowedBy.Count > 0 ? string.Join(", ", one.FollowedBy) : "not recorded")}\n{Source(one.Origin)}\n");
        foreach (var session in one.Sessions!) text.Append(CultureInfo.InvariantCulture, $"\nsession    {session.Kind} {session.Count?.ToString(CultureInfo.InvariantCulture) ?? "?"} × {(session.Title is null ? "theme not recorded" : Text(session.Title))}");
        foreach (var point in one.Outcomes!) text.Append(CultureInfo.InvariantCulture, $"\noutcome    [{point.Consensus}] {Text(point.Text)} ({Text(point.Basis)}) {Source(point.Origin)}");
        foreach (var said in one.Statements!) text.Append(CultureInfo.InvariantCulture, $"\nstatement  {said.State ?? Text(said.Organisation)} · {Text(said.Office)} · {said.Topic} {said.Stance?.ToString("+0;-0;0", CultureInfo.InvariantCulture) ?? "no position"}: {Text(said.Text)} {Source(said.Origin)}");
        foreach (var promise in one.Commitments!) text.Append(CultureInfo.InvariantCulture, $"\ncommitment {promise.Id} · {string.Join(' ', promise.States)} · {promise.Status}{(promise.Overdue ? ", OVERDUE" : "")}: {Text(promise.Text)} {Source(promise.Origin)}");
        foreach (var other in one.Discrepancies!) text.Append(CultureInfo.InvariantCulture, $"\ndiffers    {Text(other.Says)} / {Text(other.Other)} {Source(other.Origin)}");
        return text.ToString();
    }

    private static string Source(OriginAnswer origin) => $"[{origin.Source}; as of {origin.AsOf ?? "unknown"}; confidence {origin.Confidence}{(origin.Exercise ? "; EXERCISE" : "")}]";

    private static string Text(BothTexts? text) => text is null ? "not recorded" : text.En ?? text.Ja!;
}
