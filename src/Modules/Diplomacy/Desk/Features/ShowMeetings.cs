using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Meetings and what came out of them: <c>GET meetings</c>, <c>GET meetings/{id}</c>.</summary>
internal static class ShowMeetings
{
    private static readonly string[] _columns = ["id", "forum", "name_en", "name_ja", "start", "end", "place_en", "place_ja", "host", "states", "people", "states_named", "follows", "entry", "note", "source", "as_of", "confidence"];

    internal sealed record Answer(IReadOnlyList<MeetingAnswer> Meetings);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/meetings", ListAsync)
            .WithSummary("Meetings, latest first; filter by q, forum, state, year, ahead; format=csv for a file.")
            .Produces<Answer>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/meetings/{id}", OneAsync)
            .WithSummary("A meeting with its sessions, statements, outcome points, commitments and what sources say differently.")
            .Produces<MeetingAnswer>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? format, DeskAsk ask, ReadDesk reading)
    {
        var csv = CsvAsked.Is(format);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var lines = MeetingFilter.Read(name => context.Request.Query[name], ask, record).Of(record, reading.Today).Select(one => MeetingAnswer.Of(one, record)).ToList();
        return csv
            ? CsvTable.Download("meetings.csv", _columns, lines.Select(one => new object?[] { one.Id, one.Forum, one.Name?.En, one.Name?.Ja, one.Start, one.End, one.Place?.En, one.Place?.Ja, one.Host, one.States, one.People, string.Join(';', one.StatesNamed), one.Follows, one.Origin.Entry, one.Origin.Note, one.Origin.Source, one.Origin.AsOf, one.Origin.Confidence }))
            : TypedResults.Ok(new Answer(lines));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext context, ReadDesk reading)
    {
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        return TypedResults.Ok(MeetingAnswer.WholeOf(DeskAsk.Found(record.Meeting(id), "meeting", id, "/diplomacy/meetings"), record, reading.Today));
    }
}
