using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Confidence-building measures and who does them: <c>GET measures</c>.</summary>
internal static class ShowMeasures
{
    internal sealed record Line(string Id, string Forum, string Number, BothTexts? Text, BothTexts? Decision, string Theme, IReadOnlyList<PracticeLine> Practice, OriginAnswer Origin);

    internal sealed record PracticeLine(string Id, string State, string Date, BothTexts? Evidence, OriginAnswer Origin);

    internal sealed record Answer(IReadOnlyList<Line> Measures);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/measures", HandleAsync)
        .WithSummary("Confidence-building measures with the evidence of states that do them; filter by forum and state. No evidence does not mean that a state does nothing.")
        .Produces<Answer>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> HandleAsync(string? forum, string? state, HttpContext context, DeskAsk ask, ReadDesk reading)
    {
        var asked = ask.OptionalState(state);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        if (!string.IsNullOrEmpty(forum)) DeskAsk.Found(record.Forum(forum), "forum", forum, "/diplomacy/forums");
        var practices = record.Practices.Where(one => !asked.IsKnown || one.State == asked).OrderByDescending(one => one.Date).ToLookup(one => one.Measure);
        return TypedResults.Ok(new Answer([.. record.Measures.Where(one => string.IsNullOrEmpty(forum) || one.Forum == forum).Select(one => new Line(
            one.Id, one.Forum, one.Number, BothTexts.Of(one.Text), BothTexts.Of(one.Decision), one.Theme,
            [.. practices[one.Id].Select(each => new PracticeLine(each.Id, each.State.ToString(), each.Date.ToString(), BothTexts.Of(each.Evidence), OriginAnswer.Of(each.Origin)))], OriginAnswer.Of(one.Origin)))]));
    }
}
