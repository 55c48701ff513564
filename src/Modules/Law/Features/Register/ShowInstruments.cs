using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>The instruments with their numbers on a day: <c>GET instruments</c>.</summary>
internal static class ShowInstruments
{
    private static readonly string[] _columns = ["id", "kind", "name_en", "name_ja", "adopted", "opened", "in_force", "on", "parties_deposited", "parties_in_force", "signatories", "uncertain", "recorded", "verified_until", "source", "as_of", "confidence"];

    internal sealed record Line(
        string Id, string Kind, string NameEn, string NameJa, string? Adopted, string? Opened, string? InForce, string? Ended, string On,
        int PartiesDeposited, int PartiesInForce, int Signatories, int Uncertain, string Recorded, string? VerifiedUntil, string EntryRule, string Source, string? AsOf, string Confidence)
    {
        internal static Line Of(TreatyRegister register, Instrument instrument, DateOnly on)
        {
            var deposited = register.On(instrument, on, CountingBasis.Deposited);
            return new Line(
                instrument.Id, LawWords.Of(instrument.Kind), instrument.NameEn, instrument.NameJa, Day(instrument.Adopted), Day(instrument.Opened), Day(instrument.InForce), Day(instrument.Ended), LawVerb.Write(on),
                deposited.Parties, register.On(instrument, on, CountingBasis.InForce).Parties, deposited.Signatories, deposited.Uncertain, instrument.States.ToString().ToLowerInvariant(), Day(instrument.VerifiedUntil),
                instrument.EntryRule, instrument.Provenance.Source, instrument.Provenance.AsOf?.ToString(), instrument.Provenance.Confidence.ToString());
        }

        private static string? Day(DateOnly? day) => day is { } known ? LawVerb.Write(known) : null;
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/instruments", Handle)
        .WithSummary("The instruments and agreements with their numbers on a day; format=csv for a file.")
        .Produces<IReadOnlyList<Line>>().ProducesProblem(400);

    private static IResult Handle(string? on, string? format, Asking asking, TreatyRegister register)
    {
        var lines = register.Instruments.Select(instrument => Line.Of(register, instrument, asking.Day(on))).ToList();
        return CsvAsked.Is(format)
            ? CsvTable.Download("instruments.csv", _columns, lines.Select(line => new object?[] { line.Id, line.Kind, line.NameEn, line.NameJa, line.Adopted, line.Opened, line.InForce, line.On, line.PartiesDeposited, line.PartiesInForce, line.Signatories, line.Uncertain, line.Recorded, line.VerifiedUntil, line.Source, line.AsOf, line.Confidence }))
            : TypedResults.Ok(lines);
    }
}
