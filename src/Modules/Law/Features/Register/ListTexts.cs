using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>What states reserved, declared and designated, and the national law that implements offences: <c>GET reservations</c>, <c>authorities</c>, <c>implementation</c>, <c>offences</c>.</summary>
internal static class ListTexts
{
    internal sealed record ReservationLine(string Instrument, string State, string Article, string Kind, string? ValidFrom, string? ValidTo, string Effect, string Summary, string? Note, string Source, string? AsOf, string Confidence);

    internal sealed record AuthorityLine(string Instrument, string State, string Article, string Role, string Direction, string OrganisationEn, string? OrganisationLocal, string? ValidFrom, string? ValidTo, string? Note, string Source, string? AsOf, string Confidence);

    internal sealed record LawLine(string State, string Offence, string Law, string? LawLocal, string? Article, string? Since, string? Note, string Source, string? AsOf, string Confidence);

    internal sealed record OffenceLine(string Instrument, string Id, string Article, string En, string Ja, string? Note, bool Verified, string Source, string? AsOf, string Confidence);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reservations", Reservations).WithSummary("Reservations, declarations and designations by instrument and state. What is not here is not known to be absent.").Produces<IReadOnlyList<ReservationLine>>().ProducesProblem(404);
        api.MapGet("/authorities", Authorities).WithSummary("Organisations that states designated.").Produces<IReadOnlyList<AuthorityLine>>().ProducesProblem(404);
        api.MapGet("/implementation", Implementation).WithSummary("National law by state and offence.").Produces<IReadOnlyList<LawLine>>().ProducesProblem(404);
        api.MapGet("/offences", Offences).WithSummary("The offences as the instruments define them.").Produces<IReadOnlyList<OffenceLine>>();
    }

    private static IResult Reservations(string? instrument, string? state, string? format, Asking asking, LawBook book)
    {
        var lines = Chosen(book.Reservations, text => text.Instrument, text => text.State, instrument, state, asking)
            .Select(text => new ReservationLine(text.Instrument, text.State.ToString(), text.Article, text.Kind, text.ValidFrom?.ToString(), text.ValidTo?.ToString(), text.EffectCode, text.Summary, Said(text.Note), text.Provenance.Source, text.Provenance.AsOf?.ToString(), text.Provenance.Confidence.ToString())).ToList();
        return Answer("reservations", format, lines, ["instrument", "state", "article", "kind", "valid_from", "valid_to", "effect_code", "summary", "note", "source", "as_of", "confidence"],
            line => [line.Instrument, line.State, line.Article, line.Kind, line.ValidFrom, line.ValidTo, line.Effect, line.Summary, line.Note, line.Source, line.AsOf, line.Confidence]);
    }

    private static IResult Authorities(string? instrument, string? state, string? format, Asking asking, LawBook book)
    {
        var lines = Chosen(book.Authorities, body => body.Instrument, body => body.State, instrument, state, asking)
            .Select(body => new AuthorityLine(body.Instrument, body.State.ToString(), body.Article, body.Role, body.Direction, body.OrganisationEn, Said(body.OrganisationLocal), body.ValidFrom?.ToString(), body.ValidTo?.ToString(), Said(body.Note), body.Provenance.Source, body.Provenance.AsOf?.ToString(), body.Provenance.Confidence.ToString())).ToList();
        return Answer("authorities", format, lines, ["instrument", "state", "article", "role", "direction", "organisation_en", "organisation_local", "valid_from", "valid_to", "note", "source", "as_of", "confidence"],
            line => [line.Instrument, line.State, line.Article, line.Role, line.Direction, line.OrganisationEn, line.OrganisationLocal, line.ValidFrom, line.ValidTo, line.Note, line.Source, line.AsOf, line.Confidence]);
    }

    private static IResult Implementation(string? state, string? format, Asking asking, LawBook book)
    {
        var lines = Chosen(book.Implementations, _ => "", law => law.State, null, state, asking)
            .Select(law => new LawLine(law.State.ToString(), law.OffenceId, law.Law, Said(law.LawLocal), Said(law.Article), law.Since?.ToString(), Said(law.Note), law.Provenance.Source, law.Provenance.AsOf?.ToString(), law.Provenance.Confidence.ToString())).ToList();
        return Answer("implementation", format, lines, ["state", "offence", "law", "law_local", "article", "since", "note", "source", "as_of", "confidence"],
            line => [line.State, line.Offence, line.Law, line.LawLocal, line.Article, line.Since, line.Note, line.Source, line.AsOf, line.Confidence]);
    }

    private static IResult Offences(string? format, LawBook book)
    {
        var lines = book.Offences.Select(offence => new OffenceLine(offence.Instrument, offence.Id, offence.Article, offence.En, offence.Ja, Said(offence.Note), offence.Verified, offence.Provenance.Source, offence.Provenance.AsOf?.ToString(), offence.Provenance.Confidence.ToString())).ToList();
        return Answer("offences", format, lines, ["instrument", "id", "article", "en", "ja", "note", "verified", "source", "as_of", "confidence"],
            line => [line.Instrument, line.Id, line.Article, line.En, line.Ja, line.Note, line.Verified ? "Y" : "N", line.Source, line.AsOf, line.Confidence]);
    }

    private static IEnumerable<T> Chosen<T>(IEnumerable<T> rows, Func<T, string> instrumentOf, Func<T, CountryCode> stateOf, string? instrument, string? state, Asking asking)
    {
        if (!string.IsNullOrWhiteSpace(instrument) && asking.Instrument(instrument).Id is var id) rows = rows.Where(row => instrumentOf(row) == id);
        if (asking.OptionalState(state) is { IsKnown: true } code) rows = rows.Where(row => stateOf(row) == code);
        return rows;
    }

    private static IResult Answer<T>(string name, string? format, List<T> lines, string[] columns, Func<T, IReadOnlyList<object?>> cells) =>
        CsvAsked.Is(format) ? CsvTable.Download(name + ".csv", columns, lines.Select(cells)) : TypedResults.Ok(lines);

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
