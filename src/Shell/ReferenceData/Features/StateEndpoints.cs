using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Kernel;
using Noroshi.Shell.Access;

namespace Noroshi.Shell.ReferenceData;

/// <summary>The list of states as CSV and JSON, and one state as JSON; for everyone signed in and for tokens that may read.</summary>
internal static class StateEndpoints
{
    /// <summary>Maps <c>/states.csv</c>, <c>/api/v1/states</c> and <c>/api/v1/states/{code}</c>.</summary>
    public static void MapReferenceData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/states.csv", Csv).AllowToken(TokenScope.Read).ExcludeFromDescription();
        var api = endpoints.MapGroup("/api/v1/states").WithTags("States").AllowToken(TokenScope.Read);
        api.MapGet("", List).WithSummary("States by name, code or membership").WithName("ListStates");
        api.MapGet("{code}", One).WithSummary("One state: names, United Nations, memberships, holidays, each with its source").WithName("GetState");
    }

    private static IResult Csv(StateRegister register, TimeProvider clock, string? q, string? org)
    {
        var text = new StringBuilder();
        CanonicalForm.AppendLine(text, ["alpha2", "alpha3", "numeric", "kind", "name_en", "name_ja", "un_member_since", "un_group", "un_source", "source", "as_of", "confidence"]);
        foreach (var state in StateSearch.From(q, org).In(register, clock.Today()))
        {
            CanonicalForm.AppendLine(text,
            [
                state.Alpha2.ToString(), state.Alpha3, state.Numeric, state.Kind, state.NameEn, state.NameJa,
                state.UnMember is { } un ? PartialDate.FromDateOnly(un.Value.Since).ToString() : "", state.UnMember?.Value.Group ?? "", state.UnMember?.Provenance.Source ?? "",
                state.Provenance.Source, state.Provenance.AsOf?.ToString() ?? "", state.Provenance.Confidence.ToString(),
            ]);
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "states.csv");
    }

    private static StateLine[] List(StateRegister register, TimeProvider clock, string? q, string? org) =>
        [.. StateSearch.From(q, org).In(register, clock.Today()).Select(StateLine.Of)];

    private static IResult One(StateRegister register, string code) =>
        register.Find(code) is { } state
            ? Results.Ok(StateAnswer.Of(state, register))
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "No such state", detail: $"'{code}' is no ISO 3166-1 code that this node knows. Ask /api/v1/states for the list.");
}
