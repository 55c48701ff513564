using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Noroshi.Contracts;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary>Finds out who calls an endpoint that sensors share with people and API tokens.</summary>
/// <remarks>
/// Such an endpoint is open to the authorisation layer, which does not know sensors, and must ask here first. Everyone who is not a
/// sensor is held to the same rule as elsewhere: roles for people, the scope for tokens.
/// </remarks>
internal sealed class Callers(SensorRecords sensors, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
{
    private const string Bearer = "Bearer ";

    /// <summary>The sensor whose token came with the request, or null.</summary>
    internal async Task<Sensor?> SensorAsync(HttpContext context)
    {
        var header = context.Request.Headers[HeaderNames.Authorization];
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return null;
        return await sensors.FindByTokenAsync(value[Bearer.Length..].Trim(), context.RequestAborted);
    }

    /// <summary>Null when the person or token may go on; else the refusal.</summary>
    internal async Task<IResult?> RefuseAsync(HttpContext context, params Role[] roles)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(
                StatusCodes.Status401Unauthorized,
                "Nobody is signed in.",
                "Send a sensor's upload token or an API token as 'Authorization: Bearer …', or sign in. A replaced or retired sensor's token no longer works.");
        }

        var policy = new AuthorizationPolicyBuilder(await policies.GetDefaultPolicyAsync()).AddRequirements(new RequireRolesAttribute(roles)).Build();
        var allowed = await authorization.AuthorizeAsync(context.User, context, policy);
        return allowed.Succeeded ? null : Problems.Of(
            StatusCodes.Status403Forbidden,
            "This is not open to your role.",
            "It is open to: " + string.Join(", ", roles.Select(role => role.ToString())) + "; and to API tokens of the scope it names.");
    }
}
