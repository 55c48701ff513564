using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What a state reserved, declared or designated under an article: one row of <c>data/law/reservations.csv</c>.</summary>
/// <remarks>
/// <c>State</c>: State or territory.<br/>
/// <c>Article</c>: <c>29(4)</c>; several joined by <c>;</c>; <c>*</c> where only the fact of a text is known; <c>other</c> where the article is not.<br/>
/// <c>Kind</c>: <c>reservation</c>, <c>declaration</c>, <c>authority</c>, <c>territorial</c> or <c>flag</c>.<br/>
/// <c>ValidFrom</c>: First day in effect; null where not recorded.<br/>
/// <c>ValidTo</c>: Day on which it was withdrawn: from this day on it is no longer in effect; null while it lasts.<br/>
/// <c>EffectCode</c>: What it does to a request, in the vocabulary of the rules.<br/>
/// <c>Note</c>: Doubt carried over with the row; empty for none.
/// </remarks>
internal sealed record Reservation(
    string Instrument,
    CountryCode State,
    string Article,
    string Kind,
    PartialDate? ValidFrom,
    PartialDate? ValidTo,
    string EffectCode,
    string Summary,
    Provenance Provenance,
    string Note,
    int Line)
{
    /// <summary>The articles, one by one.</summary>
    public IReadOnlyList<string> Articles { get; } = Article.Split(';');

    /// <summary>
    /// Whether it was in effect on the day: from its first day until, exclusive, the day of withdrawal. A text without a first day had begun at the
    /// latest when its source was read; before that it is unknown, as it is where a date is coarse.
    /// </summary>
    public Truth InEffect(DateOnly day)
    {
        var begun = ValidFrom is not { } from ? Read(day) : day >= from.Last ? Truth.Yes : day < from.First ? Truth.No : Truth.Unknown;
        var lasting = ValidTo is not { } to || day < to.First ? Truth.Yes : day >= to.Last ? Truth.No : Truth.Unknown;
        return begun < lasting ? begun : lasting;
    }

    private Truth Read(DateOnly day) => Provenance.Confidence != Confidence.D && Provenance.AsOf is { } read && day >= read.Last ? Truth.Yes : Truth.Unknown;
}
