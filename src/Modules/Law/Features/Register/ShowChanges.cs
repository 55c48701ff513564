using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>What changed between two days: <c>GET changes</c>.</summary>
internal static class ShowChanges
{
    private static readonly string[] _columns = ["date", "instrument", "state", "what", "kind", "article", "note", "source", "as_of", "confidence"];

    /// <summary>One change; <c>date</c> may be a month or a window.</summary>
    internal sealed record Line(string Date, string Instrument, string State, string What, string? Kind, string? Article, string? Note, string Source, string? AsOf, string Confidence)
    {
        internal static Line Of(Change change) => new(
            change.Date.ToString(), change.Instrument, change.State.IsKnown ? change.State.ToString() : "*", change.What, Said(change.TextKind), Said(change.Article), Said(change.Note),
            change.Provenance.Source, change.Provenance.AsOf?.ToString(), change.Provenance.Confidence.ToString());

        private static string? Said(string text) => text.Length == 0 ? null : text;
    }

    internal sealed record Answer(string From, string To, IReadOnlyList<Line> Changes);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/changes", Handle)
        .WithSummary("What changed from a day to a day, newest first; filter by instrument and state; format=csv for a file.")
        .Produces<Answer>().ProducesProblem(400).ProducesProblem(404);

    private static IResult Handle(string? from, string? to, string? instrument, string? state, string? format, Asking asking, LawBook book)
    {
        var period = Period(asking, from, to);
        var chosen = string.IsNullOrWhiteSpace(instrument) ? null : asking.Instrument(instrument).Id;
        var lines = ChangeFeed.Between(book, period.From, period.To, chosen, asking.OptionalState(state)).Select(Line.Of).ToList();
        return CsvAsked.Is(format)
            ? CsvTable.Download($"changes-{LawVerb.Write(period.From)}-{LawVerb.Write(period.To)}.csv", _columns, lines.Select(line => new object?[] { line.Date, line.Instrument, line.State, line.What, line.Kind, line.Article, line.Note, line.Source, line.AsOf, line.Confidence }))
            : TypedResults.Ok(new Answer(LawVerb.Write(period.From), LawVerb.Write(period.To), lines));
    }

    /// <summary>The asked period; the three years before today where nothing is asked.</summary>
    internal static (DateOnly From, DateOnly To) Period(Asking asking, string? from, string? to)
    {
        var last = asking.Day(to, "to");
        var first = Asking.OptionalDay(from, "from") ?? last.AddYears(-3);
        return first <= last ? (first, last) : throw new WrongAskException("from", $"{LawVerb.Write(first)} is after {LawVerb.Write(last)}.", "Put the earlier day into 'from'.");
    }
}
