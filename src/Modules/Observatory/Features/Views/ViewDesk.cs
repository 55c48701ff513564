using Microsoft.AspNetCore.Http;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>Opens the view that a page's address names.</summary>
internal sealed class ViewDesk(Viewers viewers, Lookout lookout)
{
    /// <summary>Reads the address; a page that cannot be understood answers 400 and says why.</summary>
    internal async Task<OpenView> OpenAsync(HttpContext context, params string[] own)
    {
        var cancel = context.RequestAborted;
        var viewer = await viewers.OfAsync(context.User, cancel);
        var held = await lookout.HeldAsync(viewer, cancel);
        var reader = viewer.Reader(held ?? await lookout.HeldOrNowAsync(viewer, cancel));
        var query = reader.Read(context.Request.Query, own);
        if (query is null) context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new OpenView(viewer, held, query, reader.Problem);
    }

    /// <summary>Where no unit was chosen and there are no packets, the unit that has something to show; else null.</summary>
    internal async Task<CountingUnit?> BetterUnitAsync(OpenView view, CancellationToken cancel)
    {
        if (view.Held is null || view.Query is not { } query || query.Value("unit") is not null) return null;
        var totals = (await lookout.TotalsAsync(view.Viewer, query.Filter, cancel)).Totals;
        if (totals.Events > 0 || totals.ByUnit.GetValueOrDefault(query.Filter.Unit) > 0) return null;
        var best = totals.ByUnit.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).Select(pair => (CountingUnit?)pair.Key).FirstOrDefault();
        return best;
    }
}
