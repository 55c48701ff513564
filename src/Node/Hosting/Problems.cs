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

    /// <summary>Problem details below /api; elsewhere, where no error page is wanted or possible, one plain sentence.</summary>
    internal static void UseProblems(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandler = WriteProblem });
            api.UseStatusCodePages(context => WriteProblem(context.HttpContext));
        });
        app.UseWhen(
            static context => !IsApi(context),
            others => others.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, ExceptionHandler = Tell }));
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

    // For callers who want no page, and for errors of the error page itself.
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
