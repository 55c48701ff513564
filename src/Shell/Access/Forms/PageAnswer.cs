using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Access;

/// <summary>Where a page's form calls the API, the browser goes on to a page instead of showing JSON.</summary>
public static class PageAnswer
{
    /// <summary>The page for a form, else the answer for a program.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">Path of the page that says what was done, for example <c>/peers?done=suspend</c>.</param>
    /// <param name="answer">What a program gets.</param>
    public static IResult Or(HttpContext context, string page, IResult answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasFormContentType || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) return answer;
        context.Response.Headers.Location = page;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
