using Microsoft.AspNetCore.Http;
using Noroshi.Observatory.Features;

namespace Noroshi.Observatory.Api;

/// <summary>What every question about observations begins with: who asks, and for which view.</summary>
internal sealed record ViewRequest(Viewer Viewer, ViewQuery View)
{
    /// <summary>Reads the request and answers it, or refuses it by name.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, Viewers viewers, Lookout lookout, Func<ViewRequest, Task<IResult>> answer, params string[] own)
    {
        var cancel = context.RequestAborted;
        var viewer = await viewers.OfAsync(context.User, cancel);
        var reader = viewer.Reader(await lookout.HeldOrNowAsync(viewer, cancel));
        if (reader.Read(context.Request.Query, own) is not { } view) return Problems.Of(reader.Problem!);
        try
        {
            context.Response.Headers.CacheControl = "private, no-cache";
            return await answer(new ViewRequest(viewer, view));
        }
        catch (AddressesWithheldException withheld)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "Single source addresses are not open to your role.", withheld.Message);
        }
    }
}
