using Microsoft.AspNetCore.Http;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary>Answers a question that cannot be understood with problem details (RFC 9457): what, where, what to do.</summary>
internal sealed class WrongVoteAskFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WrongVoteAskException wrong)
        {
            return TypedResults.Problem(title: wrong.Wrong, detail: wrong.Remedy, statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["parameter"] = wrong.Parameter });
        }
    }
}
