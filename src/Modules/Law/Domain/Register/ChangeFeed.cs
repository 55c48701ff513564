using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What changed between two days, newest first. What has no recorded date cannot be placed and is left out; pages say so.</summary>
internal static class ChangeFeed
{
    /// <summary>Changes that happened, or may have happened, from the first to the last day, both included.</summary>
    internal static IReadOnlyList<Change> Between(LawBook book, DateOnly first, DateOnly last, string? instrument = null, CountryCode state = default) =>
    [
        .. Events(book).Concat(Texts(book))
            .Where(change => change.Date.Last >= first && change.Date.First <= last)
            .Where(change => instrument is null || change.Instrument == instrument)
            .Where(change => !state.IsKnown || change.State == state)
            .OrderByDescending(change => change.Date.First).ThenBy(change => change.Instrument, StringComparer.Ordinal).ThenBy(change => change.State),
    ];

    private static IEnumerable<Change> Events(LawBook book) => book.Events
        .Where(fact => fact.Date is not null)
        .Select(fact => new Change(fact.Instrument, fact.State, fact.Date!.Value, LawWords.Of(fact.Event), "", "", fact.Note, fact.Provenance));

    private static IEnumerable<Change> Texts(LawBook book)
    {
        foreach (var text in book.Reservations)
        {
            if (text.ValidFrom is { } from) yield return new Change(text.Instrument, text.State, new EventDate(from), "begins", text.Article, text.Kind, text.Summary, text.Provenance);
            if (text.ValidTo is { } to) yield return new Change(text.Instrument, text.State, new EventDate(to), "ends", text.Article, text.Kind, text.Summary, text.Provenance);
        }
    }
}
