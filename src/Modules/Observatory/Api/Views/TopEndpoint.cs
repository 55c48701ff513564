using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET top/{dimension}</c>: countries, networks, ports, sources, … by unique sources, with their rank in the period before.</summary>
internal static class TopEndpoint
{
    private const int MostRows = 1_000;

    internal sealed record Row(
        string Key,
        int Rank,
        int? PreviousRank,
        long Events,
        long? PreviousEvents,
        long Sources,
        bool SourcesAreEstimated,
        DateTimeOffset First,
        DateTimeOffset Last);

    internal sealed record Answer(ViewHeader View, string Dimension, int HiddenRows, IReadOnlyList<Row> Rows);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/top/{dimension}", HandleAsync)
        .RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
        .WithSummary("The top of one dimension (country, network, port, source, sector, organisation, class, fingerprint, sensor, tag), with rank change.")
        .Produces<Answer>().ProducesProblem(400).ProducesProblem(403);

    private static Task<IResult> HandleAsync(HttpContext context, string dimension, Viewers viewers, Lookout lookout) =>
        ViewRequest.AnswerAsync(
            context,
            viewers,
            lookout,
            async request =>
            {
                if (!Vocabulary.Dimensions.TryGetValue(dimension, out var by))
                    return Problems.Of(new FilterProblem("dimension", "is not a known dimension", "Use one of: " + string.Join(", ", Vocabulary.Dimensions.Keys) + "."));
                if (TableFormat.Read(context.Request, out var csv) is { } problem) return Problems.Of(problem);
                if (!TryLimit(context.Request, out var limit))
                    return Problems.Of(new FilterProblem("limit", "is not understood", $"Send a number from 1 to {MostRows}."));
                var top = await lookout.TopAsync(request.Viewer, request.View.Filter, by, limit, context.RequestAborted);
                var rows = top.Rows.Select(row => RowOf(row, by)).ToList();
                return csv ? Csv(dimension, rows) : TypedResults.Ok(new Answer(ViewHeader.Of(request.View), dimension, top.Hidden, rows));
            },
            TableFormat.Name,
            "limit");

    private static bool TryLimit(HttpRequest request, out int limit)
    {
        limit = 20;
        var asked = request.Query["limit"].ToString();
        return asked.Length == 0 || (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MostRows);
    }

    private static Row RowOf(TopRow row, Dimension by) => new(
        Keys.Canonical(by, row.Key), row.Rank, row.PreviousRank, row.Events, row.PreviousEvents, row.Sources, row.SourcesAreEstimated, row.First, row.Last);

    private static IResult Csv(string dimension, List<Row> rows) => CsvTable.Download(
        $"top-{dimension}.csv",
        ["key", "rank", "previous_rank", "events", "previous_events", "unique_sources", "unique_sources_estimated", "first_utc", "last_utc"],
        rows.Select(r => new object?[] { r.Key, r.Rank, r.PreviousRank, r.Events, r.PreviousEvents, r.Sources, r.SourcesAreEstimated ? 1 : 0, r.First, r.Last }));
}
