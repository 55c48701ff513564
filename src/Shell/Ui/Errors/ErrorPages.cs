using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Ui;

/// <summary>Turns bare refusals and failures into pages in the reader's language; machines keep their plain answers.</summary>
internal static class ErrorPages
{
    internal static void UseErrorPages(this IApplicationBuilder app) => app.UseWhen(static context => IsForPerson(context.Request), static people =>
    {
        people.UseExceptionHandler("/errors/500");
        people.UseStatusCodePagesWithReExecute("/errors/{0}");
    });

    internal static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.GetTypedHeaders().Accept.Any(static type => type.MediaType == "text/html");
}
