using Microsoft.AspNetCore.Routing;

namespace Noroshi.Law;

/// <summary>The JSON API of the room, one line a feature.</summary>
internal static class LawApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
