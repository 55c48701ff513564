using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell;

namespace Noroshi.Capacity.Registry;

/// <summary>What states need and who offers what: <c>GET needs</c>, <c>GET offers</c>, <c>GET organisations</c>.</summary>
internal static class ShowNeeds
{
    private static readonly string[] _needs = ["id", "state", "topic", "priority", "title", "text", "until", "languages", "assessment", .. OriginAnswer.Columns];
    private static readonly string[] _offers = ["id", "organisation", "topics", "states", "oda_only", "title", "text", "languages", "since", "until", "places", .. OriginAnswer.Columns];

    internal sealed record NeedLine(string Id, string State, string Topic, int Priority, string Title, string Text, string? Until, bool Open, IReadOnlyList<string> Languages, string? Assessment, OriginAnswer Origin);

    /// <summary>An offer; no states means any, no languages means any.</summary>
    internal sealed record OfferLine(string Id, string Organisation, IReadOnlyList<string> Topics, IReadOnlyList<string> States, bool OdaOnly, string Title, string Text, IReadOnlyList<string> Languages, string? Since, string? Until, bool Open, int Places, OriginAnswer Origin);

    internal sealed record OrganisationLine(string Id, string Name, string Type, string? State, string? Identifier, OriginAnswer Origin);

    internal sealed record Needs(IReadOnlyList<NeedLine> List);

    internal sealed record Offers(IReadOnlyList<OfferLine> List);

    internal sealed record Organisations(IReadOnlyList<OrganisationLine> List);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/needs", NeedsAsync).WithSummary("Needs, most urgent first; filter by q, state, topic, open; format=csv for a file.").Produces<Needs>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/offers", OffersAsync).WithSummary("Offers; filter by q, state (those that reach it), topic, open; format=csv for a file.").Produces<Offers>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/organisations", async (HttpContext context, ReadCapacity reading) => TypedResults.Ok(new Organisations([.. (await reading.ForAsync(context.User, context.RequestAborted)).Organisations.Select(one =>
                new OrganisationLine(one.Id, one.Name, one.Type, one.State.IsKnown ? one.State.ToString() : null, Said(one.Identifier), OriginAnswer.Of(one.Origin)))])))
            .WithSummary("Organisations that take part, with IATI type and identifier.").Produces<Organisations>();
    }

    private static async Task<IResult> NeedsAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var lines = filter.Of((await reading.ForAsync(context.User, context.RequestAborted)).Needs, reading.Today).Select(one => Of(one, reading.Today)).ToList();
        return csv
            ? CsvTable.Download("needs.csv", _needs, lines.Select(one => (object?[])[one.Id, one.State, one.Topic, one.Priority, one.Title, one.Text, one.Until, string.Join(';', one.Languages), one.Assessment, .. one.Origin.Cells()]))
            : TypedResults.Ok(new Needs(lines));
    }

    private static async Task<IResult> OffersAsync(HttpContext context, string? format, CapacityAsk ask, ReadCapacity reading)
    {
        var csv = CsvAsked.Is(format);
        var filter = ask.Filter(name => context.Request.Query[name]);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var lines = filter.Of(record.Offers, reading.Today).Select(one => new OfferLine(
            one.Id, record.OrganisationName(one.Organisation), one.Topics, [.. one.States.Select(state => state.ToString())], one.IsOdaOnly, one.Title, one.Text, one.Languages, one.Since?.ToString(), one.Until?.ToString(), one.IsOpen(reading.Today), one.Places, OriginAnswer.Of(one.Origin))).ToList();
        return csv
            ? CsvTable.Download("offers.csv", _offers, lines.Select(one => (object?[])[one.Id, one.Organisation, string.Join(';', one.Topics), string.Join(';', one.States), one.OdaOnly ? "Y" : "N", one.Title, one.Text, string.Join(';', one.Languages), one.Since, one.Until, one.Places, .. one.Origin.Cells()]))
            : TypedResults.Ok(new Offers(lines));
    }

    internal static NeedLine Of(Need one, DateOnly today) => new(
        one.Id, one.State.ToString(), one.Topic, one.Priority, one.Title, one.Text, one.Until?.ToString(), one.IsOpen(today), one.Languages, Said(one.Assessment), OriginAnswer.Of(one.Origin));

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
