using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET totals</c>: the figures above a view, for its period and for the one before.</summary>
internal static class TotalsEndpoint
{
    internal sealed record Figures(
        long Events,
        long Sources,
        bool SourcesAreEstimated,
        long ResearchEvents,
        long BackscatterEvents,
        IReadOnlyDictionary<string, long> ByUnit,
        IReadOnlyList<string> Sensors);

    internal sealed record Answer(ViewHeader View, bool Hidden, Figures? Totals, Figures? Previous);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/totals", HandleAsync)
        .RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
        .WithSummary("Events, unique sources, research and backscatter of a view, and of the period of the same length before it.")
        .Produces<Answer>().ProducesProblem(400).ProducesProblem(403);

    private static Task<IResult> HandleAsync(HttpContext context, Viewers viewers, Lookout lookout) =>
        ViewRequest.AnswerAsync(context, viewers, lookout, async request =>
        {
            var now = lookout.TotalsAsync(request.Viewer, request.View.Filter, context.RequestAborted);
            var before = lookout.TotalsAsync(request.Viewer, Lookout.Before(request.View.Filter), context.RequestAborted);
            var (current, previous) = (await now, await before);
            return TypedResults.Ok(new Answer(ViewHeader.Of(request.View), current.Hidden, FiguresOf(current), FiguresOf(previous)));
        });

    private static Figures? FiguresOf(TotalsAnswer answer) => answer.Hidden ? null : new Figures(
        answer.Totals.Events,
        answer.Totals.Sources,
        answer.Totals.SourcesAreEstimated,
        answer.Totals.ResearchEvents,
        answer.Totals.BackscatterEvents,
        answer.Totals.ByUnit.ToDictionary(pair => Vocabulary.Of(Vocabulary.Units, pair.Key), pair => pair.Value),
        answer.Totals.Sensors);
}
