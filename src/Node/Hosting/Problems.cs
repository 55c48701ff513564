using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Noroshi.Storage;

namespace Noroshi.Node.Hosting;

/// <summary>Errors of the API as problem+json with the trace id a person can quote; never a stack trace.</summary>
internal static class Problems
{
    internal static IServiceCollection AddProblems(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
            if (context.Exception is RefusalException refusal)
                context.ProblemDetails.Detail = refusal.Message;
        });

    /// <summary>Problem details below /api; everywhere else the error pages, with the status that caused them.</summary>
    internal static void UseProblems(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandler = WriteProblem });
            api.UseStatusCodePages(context => WriteProblem(context.HttpContext));
        });
        app.UseWhen(static context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandler = Tell });
            pages.UseStatusCodePages(ShowPage);
        });
    }

    // Whatever the caller said it accepts: an error of the API has one form.
    private static Task WriteProblem(HttpContext context)
    {
        context.Request.Headers.Accept = "application/problem+json";
        return context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            Exception = context.Features.Get<IExceptionHandlerFeature>()?.Error,
            ProblemDetails = { Status = context.Response.StatusCode },
        }).AsTask();
    }

    // The same request once more, as the error page: language, theme and who is signed in stay what they were.
    private static async Task ShowPage(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        if (status is not (403 or 404))
            return;
        var (path, method) = (http.Request.Path, http.Request.Method);
        http.Items["path"] = path.Value;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        // A page is only rendered for a request that is in order; the status comes back with the first byte.
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        http.Request.Path = $"/errors/{status}";
        http.Request.Method = HttpMethods.Get;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.Method) = (path, method);
        }
    }

    private static Task Tell(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
        $"Something failed here; nothing you sent was half-applied. Quote this to the operator: {Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier}\n"
        + "問題が発生しました。途中まで適用された操作はありません。管理者には上の番号をお伝えください。\n");
    }

    internal static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    internal static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        RefusalException { ExitCode: RefusalException.Input } => StatusCodes.Status400BadRequest,
        RefusalException => StatusCodes.Status503ServiceUnavailable,
        OperationCanceledException => StatusCodes.Status499ClientClosedRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
