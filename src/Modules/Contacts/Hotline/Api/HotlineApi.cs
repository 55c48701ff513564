using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Noroshi.Contacts.Hotline;

/// <summary>The JSON API below <c>/api/v1/contacts/hotline</c>. People only: no token speaks for a state.</summary>
internal static class HotlineApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/hotline").WithTags("hotline").AddEndpointFilter<RouteGroupBuilder, WrongContentFilter>();
        ConversationsEndpoint.Map(group);
        SayEndpoint.Map(group);
        ReceiptsEndpoint.Map(group);
        FilesEndpoint.Map(group);
        TranscriptEndpoint.Map(group);
        LinesEndpoint.Map(group);
        EventsEndpoint.Map(group);
    }

    internal static IResult NotFound(string what) => TypedResults.Problem(title: what, detail: "Take the id from the list of conversations.", statusCode: StatusCodes.Status404NotFound);
}
