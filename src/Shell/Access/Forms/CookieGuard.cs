using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Access;

/// <summary>Refuses changes that another site makes a signed-in browser send: who comes with a cookie must bring the antiforgery token.</summary>
public sealed class CookieGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        return await RefuseAsync(antiforgery, context.HttpContext).ConfigureAwait(false) ?? await next(context).ConfigureAwait(false);
    }

    /// <summary>Null when the request may go on.</summary>
    public static async Task<IResult?> RefuseAsync(IAntiforgery antiforgery, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(antiforgery);
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.Identity?.IsAuthenticated == true && context.User.IsToken()) return null;
        if (await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false)) return null;
        return TypedResults.Problem(
            title: "The request does not carry the antiforgery token of this session.",
            detail: "Load the page again and resend. Programs should use an API token instead of a session cookie.",
            statusCode: StatusCodes.Status400BadRequest);
    }
}
