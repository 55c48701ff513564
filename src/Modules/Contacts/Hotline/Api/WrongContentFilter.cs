using Microsoft.AspNetCore.Http;

namespace Noroshi.Contacts.Hotline;

/// <summary>Answers what cannot stand in a message with problem details that name the field.</summary>
internal sealed class WrongContentFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WrongContentException wrong)
        {
            return TypedResults.Problem(title: wrong.Message, statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["parameter"] = wrong.Field });
        }
    }
}
