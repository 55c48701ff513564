using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law;

/// <summary>The JSON API of the room below <c>/api/v1/law</c>, one line a feature.</summary>
internal static class LawApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("law").RequireRoles(LawReaders.All).AllowToken(TokenScope.Read).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        ShowInstruments.Map(group);
        ShowStatus.Map(group);
        ShowMatrix.Map(group);
        ShowChanges.Map(group);
        ShowFigures.MapTo(group);
        ListTexts.Map(group);
        ShowNorms.Map(group);
        var writing = api.MapGroup("").WithTags("law").RequireRoles(NormRights.Writers).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        GiveEvidence.Map(writing);
        WithdrawEvidence.Map(writing);
        AssessNorm.Map(writing);
        AskBasis.Map(group);
        ExplainRule.Map(group);
    }
}
