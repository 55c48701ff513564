using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;
using Noroshi.WeakLinks.Exercise;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Api;

/// <summary>Studies that are being made, their removal, and the files of an example, below <c>/api/v1/weaklinks</c>. For people only.</summary>
internal static class OrdersApi
{
    private const int Steps = 5;

    private sealed record Progress(int? Percent, bool Done);

    internal static void Map(IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").WithTags("weaklinks").RequireRoles(WeakLinksReaders.All).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        reading.MapGet("/orders/{id}/progress", (string id, OrderFolder orders, StudyQueue queue) => TypedResults.Ok(ProgressOf(id, orders, queue))).WithSummary("How far a study is that is being made.").Produces<Progress>();
        reading.MapGet("/examples/{name}.csv", Example).WithSummary("A file of the invented alliance, to begin one's own with: nodes, edges, values, scenarios, projects or limits.").Produces(200, contentType: "text/csv").ProducesProblem(404);
        var making = api.MapGroup("").WithTags("weaklinks").RequireRoles(WeakLinksReaders.Makers).AddEndpointFilter<CookieGuard>();
        making.MapPost("/orders/{id}/drop", DropOrderAsync).WithSummary("Drops a study that waits or is being made, or that could not be made.").Produces(302).ProducesProblem(404);
        making.MapPost("/studies/{id}/drop", DropStudyAsync).WithSummary("Removes a kept study for good; that it was removed is recorded.").Produces(302).ProducesProblem(404);
    }

    private static Progress ProgressOf(string id, OrderFolder orders, StudyQueue queue) => queue.StepOf(id) is { } step
        ? new Progress((int)step * 100 / Steps, false)
        : new Progress(null, orders.Find(id) is null || orders.RefusalOf(id) is not null);

    private static IResult Example(string name) => ExampleFiles.Of(name) is { } bytes
        ? TypedResults.File(bytes, "text/csv; charset=utf-8", $"example-{name}.csv")
        : TypedResults.Problem(title: "There is no such example.", detail: $"Ask for {string.Join(", ", ExampleFiles.Names)}.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> DropOrderAsync(HttpContext context, string id, OrderFolder orders, StudyQueue queue, IAuditLog audit, TimeProvider clock)
    {
        if (orders.Find(id) is null) return NoSuch();
        queue.Stop(id);
        orders.Drop(id);
        var by = Actor.Of(context.User);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "weaklinks.study.unorder", by.Id, by.Organisation, "weaklinks-study:" + id, true, new Dictionary<string, string>()), context.RequestAborted);
        return Results.Redirect("/weaklinks/studies");
    }

    private static async Task<IResult> DropStudyAsync(HttpContext context, string id, StudyStore store, KeepStudies keeping)
    {
        if (!store.Has(id)) return NoSuch();
        await keeping.DropAsync(id, Actor.Of(context.User), context.RequestAborted);
        return Results.Redirect("/weaklinks/studies");
    }

    private static ProblemHttpResult NoSuch() => TypedResults.Problem(title: "There is no such study.", detail: "See /api/v1/weaklinks/studies.", statusCode: StatusCodes.Status404NotFound);
}
