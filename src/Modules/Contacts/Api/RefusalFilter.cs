using Microsoft.AspNetCore.Http;
using Noroshi.Storage;

namespace Noroshi.Contacts.Api;

/// <summary>Says a refusal as problem details (RFC 9457) instead of a server error.</summary>
internal sealed class RefusalFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusalException refusal) when (refusal.ExitCode == RefusalException.Input)
        {
            return TypedResults.Problem(title: refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
