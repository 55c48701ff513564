using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Exchange.Features;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Exchange.Api;

/// <summary>The JSON API below <c>/api/v1/exchange</c>: collections, what left, sources; and what the buttons of pages do.</summary>
internal static class ExchangeApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/collections", CollectionsAsync).RequireRoles(ExchangeRights.Readers).AllowToken(TokenScope.Read).WithSummary("The collections with their terms and how many objects are in each.");
        api.MapGet("/departures", DeparturesAsync).RequireRoles(ExchangeRights.Checkers).WithSummary("What left, newest first: what, to whom, by which way, under which rule; before=NUMBER goes on.");
        api.MapGet("/sources", SourcesAsync).RequireRoles(ExchangeRights.Readers).WithSummary("The sources that the node fetches from, and how each goes.");
        var keeping = api.MapGroup("").RequireRoles(ExchangeRights.Keepers).AddEndpointFilter<CookieGuard>();
        keeping.MapPost("/partners/{id}/end", EndPartnerAsync).WithSummary("Shuts a partner out for good.");
        keeping.MapPost("/sources/{id}/end", EndSourceAsync).WithSummary("Ends a source; what it brought stays.");
        keeping.MapPost("/collections/{id}/close", CloseAsync).WithSummary("Closes a collection: nothing goes in or out any more.");
    }

    private static async Task<IResult> CollectionsAsync(HttpContext context, ExchangeDirectory directory, ReadObjects objects)
    {
        var book = await directory.BookAsync(context.RequestAborted);
        var figures = await objects.FiguresAsync(context.RequestAborted);
        return TypedResults.Ok(book.Collections.Select(collection => new
        {
            collection.Id,
            collection.TitleEn,
            collection.TitleJa,
            Ceiling = collection.Ceiling.Label(),
            Unmarked = collection.Unmarked?.Label(),
            collection.States,
            collection.FourEyes,
            collection.ClosedAt,
            Grants = collection.Grants.Select(grant => new { grant.Holder, grant.CanRead, grant.CanWrite, Purpose = grant.Purpose.ToString(), Counts = book.GrantOf(collection, grant.Holder) is not null }),
            Objects = figures.TryGetValue(collection.Number, out var figure) ? figure.Count : 0,
            LastAdded = figures.TryGetValue(collection.Number, out var last) ? Moments.Text(last.Last) : null,
        }));
    }

    private static async Task<IResult> DeparturesAsync(int? before, HttpContext context, DepartureRecords departures) => TypedResults.Ok(await departures.ListAsync(null, before, 200, context.RequestAborted));

    // The secret is nobody's to read.
    private static async Task<IResult> SourcesAsync(HttpContext context, SourceRecords sources) => TypedResults.Ok((await sources.ListAsync(context.RequestAborted)).Select(source => new
    {
        source.Id,
        source.Name,
        source.Url,
        source.RemoteCollection,
        source.EveryMinutes,
        source.AddedAfter,
        source.LastTry,
        source.LastGood,
        source.Failures,
        source.Problem,
        source.Taken,
        source.Rejected,
    }));

    private static async Task<IResult> EndPartnerAsync(string id, HttpContext context, KeepPartners partners) =>
        await partners.EndAsync(id, Actor.Of(context.User), context.RequestAborted) ? PageAnswer.Or(context, "/exchange/partners?done=ended", TypedResults.NoContent()) : Missing("partner", "/exchange/partners");

    private static async Task<IResult> EndSourceAsync(string id, HttpContext context, SourceRecords sources)
    {
        if (await sources.FindAsync(id, context.RequestAborted) is not { EndedAt: null }) return Missing("source", "/exchange/sources");
        await sources.EndAsync(id, Actor.Of(context.User), context.RequestAborted);
        return PageAnswer.Or(context, "/exchange/sources?done=ended", TypedResults.NoContent());
    }

    private static async Task<IResult> CloseAsync(string id, HttpContext context, ExchangeDirectory directory, TimeProvider clock)
    {
        if ((await directory.BookAsync(context.RequestAborted)).Collection(id) is not { } collection) return Missing("open collection", "/exchange");
        var now = clock.GetUtcNow();
        return await directory.SaveAsync(collection with { ClosedAt = now }, now, Actor.Of(context.User), context.User.DisplayName(), context.RequestAborted)
            ? PageAnswer.Or(context, "/exchange/collections/" + collection.Id, TypedResults.NoContent())
            : TypedResults.Problem(title: "Somebody changed the collection meanwhile.", detail: "Load it again.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Missing(string what, string page) =>
        TypedResults.Problem(title: $"There is no such {what}.", detail: $"The page {page} lists them.", statusCode: StatusCodes.Status404NotFound);
}
