using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Capacity.Results;
using Noroshi.Shell;

namespace Noroshi.Capacity.Registry;

/// <summary>Projects: <c>GET projects</c>, <c>GET projects/{id}</c>.</summary>
internal static class ShowProjects
{
    private static readonly string[] _columns =
    [
        "id", "identifier", "title", "text", "status", "planned_start", "actual_start", "planned_end", "actual_end", "donor", .. EntryLines.Roles, "recipients", "sectors", "tags", "flow", "finance", "aid", "tied_as_recorded", "money", .. OriginAnswer.Columns,
    ];

    internal sealed record Answer(IReadOnlyList<ProjectAnswer> Projects);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/projects", ListAsync).WithSummary("Projects, latest start first; filter by q, state, topic, status, open (running); format=csv for a file.").Produces<Answer>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/projects/{id}", OneAsync).WithSummary("A project with its money, log frame and effects.").Produces<ProjectAnswer>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var lines = filter.Of(record.Projects, reading.Today).Select(one => ProjectAnswer.Of(one, record)).ToList();
        return csv ? CsvTable.Download("projects.csv", _columns, lines.Select(Cells)) : TypedResults.Ok(new Answer(lines));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext context, ReadCapacity reading)
    {
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        return TypedResults.Ok(ProjectAnswer.Of(CapacityAsk.Found(record.Project(id), "project", id, "/capacity/projects"), record));
    }

    private static object?[] Cells(ProjectAnswer one) =>
    [
        one.Id, one.Identifier, one.Title, one.Text, one.Status, one.PlannedStart, one.ActualStart, one.PlannedEnd, one.ActualEnd, one.Donor,
        .. EntryLines.Roles.Select(role => (object?)string.Join(';', one.Participants.GetValueOrDefault(role, []))), Shares(one.Recipients), Shares(one.Sectors), string.Join(';', one.Tags),
        one.Flow, one.Finance, one.Aid, one.Tied, string.Join(';', one.Money.Select(Money)), .. one.Origin.Cells(),
    ];

    private static string Shares(IEnumerable<ProjectAnswer.ShareLine> shares) => string.Join(';', shares.Select(share => FormattableString.Invariant($"{(share.Vocabulary is { } vocabulary ? vocabulary + ":" : "")}{share.Code} {share.Percent?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}")));

    private static string Money(ProjectMoney one) => $"{one.Currency} budget {Figure(one.Budget)} planned {Figure(one.Planned)} commitment {Figure(one.Commitment)} disbursement {Figure(one.Disbursement)} expenditure {Figure(one.Expenditure)}";

    private static string Figure(decimal? sum) => sum?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
