using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Asking;

/// <summary>Answers a question that cannot be understood with problem details (RFC 9457): what, where, what to do.</summary>
public sealed class WrongAskFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            return await next(context);
        }
        catch (WrongAskException wrong)
        {
            return TypedResults.Problem(
                title: wrong.Wrong,
                detail: wrong.Remedy,
                statusCode: wrong.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["parameter"] = wrong.Parameter });
        }
    }
}
