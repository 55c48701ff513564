using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Diplomacy.Desk;

/// <summary>The JSON API of the desk below <c>/api/v1/diplomacy</c>, one line a feature.</summary>
internal static class DeskApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("diplomacy").RequireRoles(DiplomacyReaders.All).AllowToken(TokenScope.Read).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        ShowMeetings.Map(group);
        ShowCommitments.Map(group);
        ShowTopics.Map(group);
        ShowMeasures.Map(group);
        group.MapEntries<EntryKind>();
        api.MapGroup("").WithTags("diplomacy").RequireRoles(DeskRights.Writers).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>()
            .MapEntryWriting<EntryKind>("a meeting, statement, outcome, commitment, progress or practice");
    }
}
