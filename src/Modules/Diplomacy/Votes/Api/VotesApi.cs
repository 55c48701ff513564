using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary>The JSON API of the votes below <c>/api/v1/diplomacy/votes</c>, one line a question.</summary>
internal static class VotesApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/votes").WithTags("votes").RequireRoles(DiplomacyReaders.All).AllowToken(TokenScope.Read).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        RollCallsEndpoint.Map(group);
        AgreementEndpoint.Map(group);
        PointsEndpoint.Map(group);
        PointsFigure.Map(group);
        ForecastEndpoint.Map(group);
    }

    /// <summary>What is asked for is still being estimated: come back.</summary>
    internal static IResult NotYet() => TypedResults.Problem(title: "The points are being estimated.", detail: "Ask again in some seconds.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
