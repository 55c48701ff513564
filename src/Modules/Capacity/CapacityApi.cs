using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Features;
using Noroshi.Capacity.Matching;
using Noroshi.Capacity.Registry;
using Noroshi.Shell.Access;

namespace Noroshi.Capacity;

/// <summary>The JSON API of the registry below <c>/api/v1/capacity</c>, one line a feature.</summary>
internal static class CapacityApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("capacity").RequireRoles(CapacityReaders.All).AllowToken(TokenScope.Read).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        ShowModels.Map(group);
        ShowAssessments.Map(group);
        ShowNeeds.Map(group);
        ShowProjects.Map(group);
        ShowMatches.Map(group);
        group.MapEntries<EntryKind>();
        IatiEndpoints.MapReading(group);
        var writing = api.MapGroup("").WithTags("capacity").RequireRoles(CapacityRights.Writers).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        writing.MapEntryWriting<EntryKind>("an assessment, organisation, need, offer, project, money, indicator, period or effect");
        IatiEndpoints.MapWriting(writing);
    }
}
