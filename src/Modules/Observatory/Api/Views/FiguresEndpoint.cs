using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Ui.Views;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET chart</c> and <c>GET map</c>: the same figures as the tables, worded for the pages' chart and map in the reader's language.</summary>
internal static class FiguresEndpoint
{
    private const int MostPlaces = 250;

    internal sealed record Lane(string Key, string Name, int Tone, IReadOnlyList<long?> Values);

    internal sealed record ChartAnswer(string Unit, IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<Lane> Series);

    internal sealed record Place(string Code, string Name, string Figure, long Size, string Href);

    internal sealed record MapAnswer(IReadOnlyList<Place> Places);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/chart", ChartAsync).RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
            .WithSummary("The overview's chart: traffic over time by origin and kind of target, named in the language of the request.")
            .Produces<ChartAnswer>().ProducesProblem(400).ProducesProblem(403);
        api.MapGet("/map", MapAsync).RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
            .WithSummary("Countries by unique sources, for the map beside the list.")
            .Produces<MapAnswer>().ProducesProblem(400).ProducesProblem(403);
    }

    private static Task<IResult> ChartAsync(HttpContext context, Viewers viewers, Lookout lookout, Labels labels, IStringLocalizer<ViewText> text) =>
        ViewRequest.AnswerAsync(context, viewers, lookout, async request =>
        {
            var series = await lookout.SeriesAsync(request.Viewer, request.View.Filter, request.View.BinOrDefault, context.RequestAborted);
            var table = ChartLanes.Of(series, request.View.Filter);
            var lanes = table.Lanes.Select((lane, i) => new Lane(lane.Key, text["Lane_" + lane.Key], lane.Tone, [.. table.Rows.Select(row => row.Values[i])]));
            return TypedResults.Ok(new ChartAnswer(
                text["ChartUnit", labels.Unit(request.View.Filter.Unit), labels.PerBin(series.Bin)], [.. table.Rows.Select(row => row.At)], [.. lanes]));
        });

    private static Task<IResult> MapAsync(HttpContext context, Viewers viewers, Lookout lookout, Labels labels) =>
        ViewRequest.AnswerAsync(context, viewers, lookout, async request =>
        {
            var top = await lookout.TopAsync(request.Viewer, request.View.Filter, Dimension.Country, MostPlaces, context.RequestAborted);
            var places = top.Rows.Where(row => row.Key.Length == 2).Select(row => new Place(
                row.Key,
                labels.Of(Dimension.Country, row.Key),
                row.Sources.ToString("N0", System.Globalization.CultureInfo.CurrentCulture),
                row.Sources,
                Drilling.Href(request.View, Dimension.Country, row.Key)!));
            return TypedResults.Ok(new MapAnswer([.. places]));
        });
}
