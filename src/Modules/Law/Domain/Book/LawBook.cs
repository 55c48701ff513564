using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Everything the reviewed tables below <c>data/law</c> say, row by row and in the order of the files. Immutable.</summary>
internal sealed record LawBook(
    IReadOnlyList<Instrument> Instruments,
    IReadOnlyList<TreatyEvent> Events,
    IReadOnlyList<Reservation> Reservations,
    IReadOnlyList<Coverage> Coverages,
    IReadOnlyList<Authority> Authorities,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<Offence> Offences,
    IReadOnlyList<Implementation> Implementations,
    IReadOnlyList<Norm> Norms)
{
    /// <summary>Periods in which states were members of the Union; instruments of the Union bind through them.</summary>
    public IReadOnlyList<UnionMembership> Union { get; init; } = [];

    /// <summary>Territories and listed entities by code, with the state they are part of (unknown where none is recorded).</summary>
    public IReadOnlyDictionary<CountryCode, CountryCode> Territories { get; init; } =
        new Dictionary<CountryCode, CountryCode>();

    /// <summary>Fields of a request under Article 29 and the states it goes through.</summary>
    public PreservationForm Preservation { get; init; } = PreservationForm.Empty;

    /// <summary>
    /// The offences of a set named after an instrument and its first and last article: <c>ETS185_2_11</c> is Articles 2 to 11 of ETS 185.
    /// Empty where the name has another form or no offence is in it.
    /// </summary>
    public IEnumerable<Offence> OffencesIn(string set)
    {
        if (set.Split('_') is not [var instrument, var from, var to]) return [];
        if (!int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) return [];
        return Offences.Where(offence => offence.Instrument == instrument && int.TryParse(offence.Article, NumberStyles.None, CultureInfo.InvariantCulture, out var article) && article >= first && article <= last);
    }

    /// <summary>A book without a row.</summary>
    public static LawBook Empty { get; } = new([], [], [], [], [], [], [], [], [], []);
}
