using Microsoft.AspNetCore.Builder;
using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>Says at the endpoint who may call it; whatever says nothing is open to signed-in people only.</summary>
public static class AccessEndpoints
{
    /// <summary>Opens the endpoint to people who hold one of the roles.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new RequireRolesAttribute(roles)));
        return builder;
    }

    /// <summary>Lets API tokens of this scope in as well.</summary>
    public static TBuilder AllowToken<TBuilder>(this TBuilder builder, TokenScope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new AllowTokenAttribute(scope)));
        return builder;
    }
}
