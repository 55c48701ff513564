using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Ui;

namespace Noroshi.Law.Features;

/// <summary>The chart and the map of an instrument, in the shapes that the shell draws: <c>GET chart/{instrument}</c>, <c>GET map/{instrument}</c>.</summary>
internal static class ShowFigures
{
    internal sealed record Chart(string Unit, IReadOnlyList<string> Times, IReadOnlyList<Series> Series);

    internal sealed record Series(string Key, string Name, int Tone, IReadOnlyList<int?> Values);

    internal sealed record Map(IReadOnlyList<Place> Places);

    internal sealed record Place(string Code, string Name, string Figure, int Size, string Href);

    internal static void MapTo(IEndpointRouteBuilder api)
    {
        api.MapGet("/chart/{instrument}", HandleChart).WithSummary("Parties and signatories at the end of each year, in the shape that charts draw.").Produces<Chart>().ProducesProblem(404);
        api.MapGet("/map/{instrument}", HandleMap).WithSummary("Where the Parties of an instrument are, as dots.").Produces<Map>().ProducesProblem(404);
    }

    private static Ok<Chart> HandleChart(string instrument, string? on, string? knownAt, Asking asking, TreatyRegister register, LawLabels labels)
    {
        var points = Timeline.Of(register, asking.Instrument(instrument), asking.Day(on), Asking.OptionalDay(knownAt, "knownAt"));
        return TypedResults.Ok(new Chart(
            labels["UnitStates"],
            [.. points.Select(point => LawVerb.Write(point.On) + "T00:00:00Z")],
            [
                new Series("deposited", labels["SeriesDeposited"], 1, [.. points.Select(point => (int?)point.Deposited)]),
                new Series("in-force", labels["SeriesInForce"], 2, [.. points.Select(point => (int?)point.InForce)]),
                new Series("signatories", labels["SeriesSignatories"], 4, [.. points.Select(point => (int?)point.Signatories)]),
            ]));
    }

    private static Ok<Map> HandleMap(string instrument, string? on, string? basis, string? knownAt, Asking asking, TreatyRegister register, LawLabels labels, IStateNames names)
    {
        var list = register.On(asking.Instrument(instrument), asking.Day(on), Asking.Basis(basis), Asking.OptionalDay(knownAt, "knownAt"));
        return TypedResults.Ok(new Map(
        [
            .. list.States.Where(status => status.Status is PartyStatus.Party or PartyStatus.Uncertain).Select(status => new Place(
                status.State.ToString(), names.NameOf(status.State, CultureInfo.CurrentUICulture), labels.Of(status.Status), status.Status == PartyStatus.Party ? 2 : 1, $"/law/states/{status.State}")),
        ]));
    }
}
