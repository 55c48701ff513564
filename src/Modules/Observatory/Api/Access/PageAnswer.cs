using Microsoft.AspNetCore.Http;

namespace Noroshi.Observatory.Api;

/// <summary>Where a page's form calls the API, the browser goes on to a page instead of showing JSON.</summary>
internal static class PageAnswer
{
    internal static bool IsAsked(HttpContext context) =>
        context.Request.HasFormContentType && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>The page for a form, else the answer for a program.</summary>
    internal static IResult Or(HttpContext context, string page, IResult answer)
    {
        if (!IsAsked(context)) return answer;
        context.Response.Headers.Location = page;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
