using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary>Refuses changes that another site makes a signed-in browser send: who comes with a cookie must bring the antiforgery token.</summary>
internal sealed class CookieGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RefuseAsync(antiforgery, context.HttpContext) ?? await next(context);

    /// <summary>Null when the request may go on.</summary>
    internal static async Task<IResult?> RefuseAsync(IAntiforgery antiforgery, HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && context.User.IsToken()) return null;
        if (await antiforgery.IsRequestValidAsync(context)) return null;
        return Problems.Of(
            StatusCodes.Status400BadRequest,
            "The request does not carry the antiforgery token of this session.",
            "Load the page again and resend. Programs should use an API token instead of a session cookie.");
    }
}
