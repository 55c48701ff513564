using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Observatory.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET imports</c>, <c>GET imports/{id}</c>, its rejected records as CSV, and <c>POST imports/{id}/cancel</c>.</summary>
internal static class ImportsEndpoint
{
    private const int MostListed = 500;

    internal sealed record Progress(int Percent, bool Done);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/imports", ListAsync).AllowAnonymous().AllowToken(TokenScope.Read)
            .WithSummary("Imports, latest first; sensor=… and state=… narrow the list. A sensor's token sees its own.")
            .Produces<IReadOnlyList<ImportAnswer>>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        api.MapGet("/imports/{id}", FindAsync).AllowAnonymous().AllowToken(TokenScope.Read)
            .WithSummary("One import: its progress, then its result with the records that were refused, by reason.")
            .Produces<ImportAnswer>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        api.MapGet("/imports/{id}/progress", ProgressAsync).RequireRoles(Viewers.Readers)
            .WithSummary("How far an import is, for the page that waits for it.").Produces<Progress>().ProducesProblem(404);
        api.MapGet("/imports/{id}/rejected.csv", RejectedAsync).AllowAnonymous().AllowToken(TokenScope.Read)
            .WithSummary("The records of an import that were refused, by reason, as CSV.")
            .Produces(200, contentType: "text/csv").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        api.MapPost("/imports/{id}/cancel", CancelAsync).RequireRoles(Viewers.Keepers).AllowToken(TokenScope.Import).AddEndpointFilter<CookieGuard>()
            .WithSummary("Stops an import that waits or runs. Nothing of the file is kept.")
            .Produces<ImportAnswer>(202).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Callers callers, Viewers viewers, ImportJobs jobs)
    {
        var cancel = context.RequestAborted;
        var own = await callers.SensorAsync(context);
        if (own is null && await callers.RefuseAsync(context, Viewers.Readers) is { } refusal) return refusal;
        string? Asked(string name) => context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        if (context.Request.Query.Keys.FirstOrDefault(key => key is not ("sensor" or "state")) is { } stranger)
            return Problems.Of(new FilterProblem(stranger, "is not a parameter of this list", "Use sensor or state."));
        if (Asked("state") is { } state && !ImportState.All.Contains(state))
            return Problems.Of(new FilterProblem("state", "is not a known state", "Use one of: " + string.Join(", ", ImportState.All) + "."));
        var list = await jobs.ListAsync(own?.Name ?? Asked("sensor"), Asked("state"), MostListed, cancel);
        if (own is null)
        {
            var viewer = await viewers.OfAsync(context.User, cancel);
            list = [.. list.Where(job => viewer.All || viewer.SensorNames.Contains(job.Sensor))];
        }

        return TypedResults.Ok(list.Select(ImportAnswer.Of).ToList());
    }

    private static async Task<IResult> FindAsync(HttpContext context, string id, Callers callers, Viewers viewers, ImportJobs jobs)
    {
        var (job, refusal) = await VisibleAsync(context, id, callers, viewers, jobs);
        return job is null ? refusal! : TypedResults.Ok(ImportAnswer.Of(job));
    }

    private static async Task<IResult> ProgressAsync(HttpContext context, string id, Callers callers, Viewers viewers, ImportJobs jobs)
    {
        var (job, refusal) = await VisibleAsync(context, id, callers, viewers, jobs);
        return job is null ? refusal! : TypedResults.Ok(new Progress((int)(job.Progress * 100), ImportState.IsOver(job.State)));
    }

    private static async Task<IResult> RejectedAsync(HttpContext context, string id, Callers callers, Viewers viewers, ImportJobs jobs)
    {
        var (job, refusal) = await VisibleAsync(context, id, callers, viewers, jobs);
        if (job is null) return refusal!;
        var rejected = ImportReport.FromJson(job.Report)?.Rejected ?? [];
        return CsvTable.Download($"rejected-{job.Id}.csv", ["reason", "count", "first"], rejected.Select(r => new object?[] { r.Reason, r.Count, r.First }));
    }

    private static async Task<IResult> CancelAsync(HttpContext context, string id, Viewers viewers, SensorRecords sensors, ImportJobs jobs, UploadFolder uploads, RunningImports running, IAuditLog audit, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        var job = await jobs.FindAsync(id, cancel);
        var sensor = job is null ? null : await sensors.FindAsync(job.Sensor, cancel);
        if (job is null || sensor is null || !await viewers.ManagesAsync(context.User, sensor, cancel)) return NotFound();
        if (await jobs.CancelWaitingAsync(id, cancel)) uploads.Forget(id);
        else if (!running.Stop(id)) return Problems.Of(StatusCodes.Status409Conflict, "The import is over already.", "Nothing can be stopped any more.");
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "observatory.import.cancel", context.User.UserId(), context.User.OrganisationId(), "sensor:" + job.Sensor, true, new Dictionary<string, string> { ["job"] = id }), cancel);
        var answer = ImportAnswer.Of(await jobs.FindAsync(id, cancel) ?? job);
        return PageAnswer.Or(context, answer.Page, TypedResults.Accepted(answer.Url, answer));
    }

    private static async Task<(ImportJob? Job, IResult? Refusal)> VisibleAsync(HttpContext context, string id, Callers callers, Viewers viewers, ImportJobs jobs)
    {
        var own = await callers.SensorAsync(context);
        if (own is null && await callers.RefuseAsync(context, Viewers.Readers) is { } refusal) return (null, refusal);
        var job = id.Length == 32 ? await jobs.FindAsync(id, context.RequestAborted) : null;
        if (job is null) return (null, NotFound());
        if (own is not null) return job.Sensor == own.Name ? (job, null) : (null, NotFound());
        var viewer = await viewers.OfAsync(context.User, context.RequestAborted);
        return viewer.All || viewer.SensorNames.Contains(job.Sensor) ? (job, null) : (null, NotFound());
    }

    private static IResult NotFound() => Problems.Of(StatusCodes.Status404NotFound, "There is no such import, or you may not see it.", "Choose one from the list of imports.");
}
