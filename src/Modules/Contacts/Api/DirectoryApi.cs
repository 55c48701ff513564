using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Api;

/// <summary>The JSON API of the directory below <c>/api/v1/contacts</c>, one line a feature.</summary>
internal static class DirectoryApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var reading = api.MapGroup("").WithTags("contacts").RequireRoles(ContactRights.Readers).AllowToken(TokenScope.Read).AddEndpointFilter<RouteGroupBuilder, RefusalFilter>();
        PointsEndpoints.Map(reading);
        var writing = api.MapGroup("").WithTags("contacts").RequireRoles(ContactRights.Writers).AllowToken(TokenScope.Import).AddEndpointFilter<RouteGroupBuilder, RefusalFilter>();
        ImportEndpoint.Map(writing);
        var checking = api.MapGroup("").WithTags("contacts").RequireRoles(ContactRights.Checkers).AddEndpointFilter<RouteGroupBuilder, RefusalFilter>();
        ChecksEndpoints.Map(checking);
        var answering = api.MapGroup("").WithTags("contacts").RequireRoles(ContactRights.Answerers);
        AskedEndpoints.Map(answering);
        ShareEndpoint.Map(api);
    }
}
