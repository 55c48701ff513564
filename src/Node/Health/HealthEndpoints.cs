using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Contracts;
using Noroshi.Node.Control;
using Noroshi.Shell.Access;

namespace Noroshi.Node.Health;

/// <summary>Health for load balancers and watchers: <c>/health/live</c> (the process answers), <c>/health/ready</c> and <c>/health</c> (the stores answer too).</summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
        routes.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    // Which store fails, and how, helps an attacker as much as an operator: only those who run the node are told.
    private static Task Write(HttpContext context, HealthReport report)
    {
        var details = context.User.HasRole(Role.Administrator)
            ? report.Entries.ToDictionary(e => e.Key, e => new { status = StoreCheck.Word(e.Value.Status), detail = e.Value.Description, ms = e.Value.Duration.TotalMilliseconds })
            : null;
        return details is null
            ? context.Response.WriteAsJsonAsync(new { status = StoreCheck.Word(report.Status) })
            : context.Response.WriteAsJsonAsync(new { status = StoreCheck.Word(report.Status), checks = details });
    }
}
