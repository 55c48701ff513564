using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Noroshi.Shell.Access;

/// <summary>Endpoints that a plain form of ours posts to.</summary>
internal static class FormEndpoints
{
    /// <summary>Refuses posts that do not carry the token of a form of this node; keeps the endpoint out of the API description.</summary>
    internal static TBuilder RequireForm<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext).ConfigureAwait(false)
                ? await next(context).ConfigureAwait(false)
                : Results.BadRequest());
        return builder.ExcludeFromDescription();
    }

    /// <summary>Opens the endpoint to people who still have to set up their second factor.</summary>
    internal static TBuilder AllowBeforeSecondFactor<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new AllowBeforeSecondFactorAttribute()));
        return builder;
    }
}
