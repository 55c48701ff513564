using System.Collections.Concurrent;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>The register as it stands on one day with the knowledge of one day: every question is a lookup by state.</summary>
/// <remarks>
/// Take <see cref="Index"/> of a state and the arrays of what is asked once, then look up. Unknown is a third answer: inside a date window,
/// or where a state's texts are not recorded in full.
/// </remarks>
internal sealed class RegisterOn
{
    private readonly ConcurrentDictionary<(string Kind, string Instrument, string Article), Truth[]> _texts = new();
    private readonly ConcurrentDictionary<(string Instrument, CountryCode State), StateStatus> _standing = new();
    private readonly ILookup<(string Instrument, string Kind), Reservation> _byKind;
    private readonly Dictionary<string, Truth[]> _bound;
    private readonly Truth[] _union;
    private readonly Dictionary<(string Instrument, CountryCode State), Coverage> _coverage;
    private readonly Truth[] _assistance;
    private readonly Truth[] _extradition;
    private readonly Truth[] _cloud;

    public RegisterOn(TreatyRegister register, StateIndex states, DateOnly day, DateOnly? knownAt = null)
    {
        (Register, States, Day, KnownAt) = (register, states, day, knownAt);
        var book = register.Book;
        _union = new Truth[states.Count];
        foreach (var member in book.Union.Where(member => Known(member.Provenance)))
        {
            if (states.Of(member.State) is var at and >= 0) _union[at] = (Truth)Math.Max((int)_union[at], (int)member.Period.Contains(day));
        }

        _bound = register.Instruments.ToDictionary(instrument => instrument.Id, Bound, StringComparer.Ordinal);
        _byKind = book.Reservations.Where(text => Known(text.Provenance)).ToLookup(text => (text.Instrument, text.Kind));
        _coverage = book.Coverages.Where(coverage => Known(coverage.Provenance)).ToDictionary(coverage => (coverage.Instrument, coverage.State));
        _assistance = Between(InstrumentKind.MutualAssistance);
        _extradition = Between(InstrumentKind.Extradition);
        _cloud = Between(InstrumentKind.CloudAct);
    }

    public TreatyRegister Register { get; }

    public StateIndex States { get; }

    public DateOnly Day { get; }

    public DateOnly? KnownAt { get; }

    /// <summary>
    /// Whether the instrument is in force for the state or territory. A territory is bound by its own extension; where none is recorded it is
    /// unknown while its state is bound, and not bound otherwise.
    /// </summary>
    public Truth BoundBy(string instrument, CountryCode state) => States.Of(state) is var at and >= 0 && _bound.TryGetValue(instrument, out var bound) ? bound[at] : Truth.No;

    /// <summary>How the state stands to the instrument, counted by what is in force; kept for the day, because every answer says it again.</summary>
    public StateStatus StatusOf(Instrument instrument, CountryCode state) => _standing.TryGetValue((instrument.Id, state), out var known)
        ? known
        : _standing.GetOrAdd((instrument.Id, state), Register.StatusOf(instrument, state, Day, CountingBasis.InForce, KnownAt));

    /// <summary>The answers of <see cref="BoundBy"/> by index of state; all "no" for an instrument that is not in the book.</summary>
    public Truth[] AllBoundBy(string instrument) => _bound.GetValueOrDefault(instrument) ?? new Truth[States.Count];

    /// <summary>How far the texts of a state or territory to an instrument are recorded; null where the table says nothing.</summary>
    public Coverage? CoverageOf(string instrument, CountryCode state) => _coverage.GetValueOrDefault((instrument, state));

    /// <summary>Whether the state was a member of the Union.</summary>
    public Truth InUnion(CountryCode state) => States.Of(state) is var at and >= 0 ? _union[at] : Truth.No;

    /// <summary>
    /// Whether a reservation of the state to the article is in effect. Articles match by prefix in both directions: 14(3) and 14(3)(a).
    /// Unknown where nothing is recorded to that article and the state's texts are not recorded in full.
    /// </summary>
    public Truth HasReservation(CountryCode state, string instrument, string article) => TextOf("reservation", state, instrument, article);

    /// <summary>As <see cref="HasReservation(CountryCode, string, string)"/>, of a declaration.</summary>
    public Truth HasDeclaration(CountryCode state, string instrument, string article) => TextOf("declaration", state, instrument, article);

    /// <summary>The same by index of state, of a kind of text (<c>reservation</c>, <c>declaration</c>); kept for whoever asks for one article of many states.</summary>
    public Truth[] Texts(string kind, string instrument, string article) => _texts.GetOrAdd((kind, instrument, article), asked => ReadTexts(asked.Kind, asked.Instrument, asked.Article));

    /// <summary>Whether a mutual assistance treaty between the two is in force; the Union's agreements count for its members.</summary>
    public Truth AssistanceBetween(CountryCode one, CountryCode other) => Pair(_assistance, one, other);

    /// <summary>Whether an extradition treaty between the two is in force.</summary>
    public Truth ExtraditionBetween(CountryCode one, CountryCode other) => Pair(_extradition, one, other);

    /// <summary>Whether a CLOUD Act agreement between the two is in force.</summary>
    public Truth CloudActBetween(CountryCode one, CountryCode other) => Pair(_cloud, one, other);

    /// <summary>The answers of <see cref="AssistanceBetween"/> at <c>index of one × number of states + index of other</c>.</summary>
    public IReadOnlyList<Truth> AssistancePairs => _assistance;

    /// <summary>The answers of <see cref="ExtraditionBetween"/>, laid out as <see cref="AssistancePairs"/>.</summary>
    public IReadOnlyList<Truth> ExtraditionPairs => _extradition;

    /// <summary>Agreements of a kind between the two, with whether each is in force.</summary>
    public IEnumerable<(Instrument Agreement, Truth InForce)> AgreementsBetween(InstrumentKind kind, CountryCode one, CountryCode other) =>
        from agreement in Register.Instruments
        where agreement.Kind == kind
        let bound = And(BoundBy(agreement.Id, one), BoundBy(agreement.Id, other))
        where one != other && Spans(agreement, one, other)
        select (agreement, bound);

    private Truth TextOf(string kind, CountryCode state, string instrument, string article) =>
        States.Of(state) is var at and >= 0 ? Texts(kind, instrument, article)[at] : Truth.Unknown;

    private Truth[] ReadTexts(string kind, string instrument, string article)
    {
        var answers = new Truth[States.Count];
        for (var at = 0; at < answers.Length; at++)
            answers[at] = CoverageOf(instrument, States.At(at))?.Extent == Extent.Full ? Truth.No : Truth.Unknown;
        foreach (var recorded in _byKind[(instrument, kind)].Where(text => text.Articles.Any(own => Covers(own, article))).GroupBy(text => text.State))
        {
            if (States.Of(recorded.Key) is var at and >= 0) answers[at] = recorded.Max(text => text.InEffect(Day));
        }

        return answers;
    }

    private static bool Covers(string one, string other) => Begins(one, other) || Begins(other, one);

    private static bool Begins(string longer, string shorter) =>
        longer.StartsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || longer[shorter.Length] == '(');

    private Truth[] Bound(Instrument instrument)
    {
        var bound = new Truth[States.Count];
        foreach (var record in Register.RecordsOf(instrument.Id).Where(record => record.IsKnownAt(KnownAt)))
        {
            if (States.Of(record.State) is not (var at and >= 0)) continue;
            bound[at] = record.On(Day, CountingBasis.InForce, KnownAt).Status switch
            {
                PartyStatus.Party => Truth.Yes,
                PartyStatus.Uncertain => record.Entry(Day, KnownAt)?.Truth == Truth.No ? Truth.No : Truth.Unknown,
                _ => Truth.No,
            };
        }

        if (instrument.Sides.Contains(StateIndex.Union) && States.Of(StateIndex.Union) is var union and >= 0)
        {
            for (var at = 0; at < bound.Length; at++)
                bound[at] = (Truth)Math.Max((int)bound[at], (int)And(_union[at], bound[union]));
        }

        if (instrument.IsAgreement) return bound;
        foreach (var (territory, state) in Register.Book.Territories)
        {
            if (!state.IsKnown || States.Of(territory) is not (var at and >= 0) || States.Of(state) is not (var parent and >= 0)) continue;
            var own = Register.RecordsOf(instrument.Id).Any(record => record.State == territory && record.IsKnownAt(KnownAt));
            if (!own && bound[parent] != Truth.No) bound[at] = Truth.Unknown;
        }

        return bound;
    }

    private Truth[] Between(InstrumentKind kind)
    {
        var pairs = new Truth[States.Count * States.Count];
        foreach (var agreement in Register.Instruments.Where(instrument => instrument.Kind == kind))
        {
            var bound = _bound[agreement.Id];
            for (var one = 0; one < bound.Length; one++)
            {
                if (bound[one] == Truth.No) continue;
                for (var other = 0; other < bound.Length; other++)
                {
                    if (one == other || bound[other] == Truth.No || !Spans(agreement, States.At(one), States.At(other))) continue;
                    ref var pair = ref pairs[(one * States.Count) + other];
                    pair = (Truth)Math.Max((int)pair, (int)And(bound[one], bound[other]));
                }
            }
        }

        return pairs;
    }

    /// <summary>True when the two stand on different sides: two members of the Union are not bound to each other by its agreement with a third.</summary>
    private bool Spans(Instrument agreement, CountryCode one, CountryCode other) => agreement.Sides is [var left, var right]
        && ((OnSide(left, one) && OnSide(right, other)) || (OnSide(left, other) && OnSide(right, one)));

    private bool OnSide(CountryCode side, CountryCode state) => side == state || (side == StateIndex.Union && InUnion(state) != Truth.No);

    private Truth Pair(Truth[] pairs, CountryCode one, CountryCode other) =>
        States.Of(one) is var first and >= 0 && States.Of(other) is var second and >= 0 ? pairs[(first * States.Count) + second] : Truth.No;

    private bool Known(Provenance provenance) => KnownAt is not { } day || provenance.AsOf is not { } asOf || asOf.First <= day;

    private static Truth And(Truth one, Truth other) => one < other ? one : other;
}
