using System.Diagnostics;
using System.Security.Claims;

namespace Noroshi.Node.Hosting;

/// <summary>One structured line per request that is not a file or a health probe.</summary>
/// <remarks>The route pattern is logged, not the path or query: those may hold addresses of people's machines.</remarks>
internal static partial class RequestLog
{
    internal static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Noroshi.Requests");
        app.Use(async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                var activity = Activity.Current;
                activity?.SetTag("http.request.method", context.Request.Method);
                activity?.SetTag("http.response.status_code", context.Response.StatusCode);
                activity?.SetTag("http.route", route);
                if (route is not null && !route.StartsWith("/health", StringComparison.Ordinal))
                {
                    Served(
                        log, context.Request.Method, route, context.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                        context.User.FindFirstValue("sub") ?? "-", activity?.TraceId.ToString() ?? context.TraceIdentifier);
                }
            }
        });
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms user={User} trace={Trace}")]
    private static partial void Served(ILogger log, string method, string route, int status, double milliseconds, string user, string trace);
}
