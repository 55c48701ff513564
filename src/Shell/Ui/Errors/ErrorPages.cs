using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Noroshi.Shell.Ui;

/// <summary>Turns bare refusals and failures into pages in the reader's language; machines keep their plain answers.</summary>
internal static class ErrorPages
{
    internal static void UseErrorPages(this IApplicationBuilder app) => app.UseWhen(static context => IsForPerson(context.Request), static people =>
    {
        people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errors/500", CreateScopeForErrors = true });
        people.UseStatusCodePages(ShowAsync);
        people.Use(LeaveBareAsync);
    });

    internal static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.GetTypedHeaders().Accept.Any(static type => type.MediaType == "text/html");

    // The same request once more, as the error page: language, theme and who is signed in stay what they were.
    private static async Task ShowAsync(StatusCodeContext refused)
    {
        var context = refused.HttpContext;
        var status = context.Response.StatusCode;
        var (path, method) = (context.Request.Path, context.Request.Method);
        // The refusal may come from a page: its renderer is spent, the error page needs services of its own.
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Items["path"] = path.Value;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        // A page is only rendered for a request that is in order; the page sets its status with the first byte.
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.Headers.Remove("blazor-enhanced-nav"); // The renderer adds it again and expects to be the first.
        context.Request.Path = $"/errors/{status}";
        // A form that was refused would be refused again.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Request.Method = HttpMethods.Get;
        try
        {
            await refused.Next(context).ConfigureAwait(false);
        }
        finally
        {
            (context.Request.Path, context.Request.Method) = (path, method);
            context.RequestServices = services;
        }
    }

    // A refused form comes with a content type and no content; without the type it is shown like every other refusal.
    private static async Task LeaveBareAsync(HttpContext context, RequestDelegate next)
    {
        await next(context).ConfigureAwait(false);
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null }) context.Response.ContentType = null;
    }
}
