using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Noroshi.Observatory.Api;

/// <summary>The JSON API below <c>/api/v1/observatory</c>.</summary>
internal static class ObservatoryApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("observatory");
        SeriesEndpoint.Map(group);
        TopEndpoint.Map(group);
        TotalsEndpoint.Map(group);
        FiguresEndpoint.Map(group);
        ExportEndpoint.Map(group);
        UploadEndpoint.Map(group);
        ImportsEndpoint.Map(group);
        SensorsEndpoint.Map(group);
    }
}
