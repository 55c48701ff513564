using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET series</c>: events and unique sources over time, by origin and kind of target.</summary>
internal static class SeriesEndpoint
{
    internal sealed record Point(DateTimeOffset At, string Origin, string Target, long Events, long Sources);

    internal sealed record Answer(ViewHeader View, int BinSeconds, int HiddenCells, IReadOnlyList<Point> Points);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/series", HandleAsync)
        .RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
        .WithSummary("Events and unique sources over time, by origin and kind of target. format=csv downloads the same as a table.")
        .Produces<Answer>().ProducesProblem(400).ProducesProblem(403);

    private static Task<IResult> HandleAsync(HttpContext context, Viewers viewers, Lookout lookout) =>
        ViewRequest.AnswerAsync(
            context,
            viewers,
            lookout,
            async request =>
            {
                if (TableFormat.Read(context.Request, out var csv) is { } problem) return Problems.Of(problem);
                var series = await lookout.SeriesAsync(request.Viewer, request.View.Filter, request.View.BinOrDefault, context.RequestAborted);
                var points = series.Points.Select(PointOf).ToList();
                if (!csv) return TypedResults.Ok(new Answer(ViewHeader.Of(request.View), (int)series.Bin.TotalSeconds, series.Hidden, points));
                var unit = Vocabulary.Of(Vocabulary.Units, request.View.Filter.Unit);
                return CsvTable.Download($"series-{unit}.csv", ["time_utc", "origin", "target", unit + "s", "unique_sources"], points.Select(p => new object?[] { p.At, p.Origin, p.Target, p.Events, p.Sources }));
            },
            TableFormat.Name);

    private static Point PointOf(SeriesPoint point) =>
        new(point.At, Vocabulary.Of(Vocabulary.Origins, point.Origin), Vocabulary.Of(Vocabulary.Targets, point.TargetKind), point.Events, point.Sources);
}
