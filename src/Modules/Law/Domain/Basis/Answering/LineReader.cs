using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Makes single lines out of the outcome of a rule: its status, why, and what belongs to it in the register.</summary>
internal sealed class LineReader(LegalRules rules, RegisterOn register, LegalAnswer answer, IReadOnlyList<(Instrument Instrument, Truth Truth)> agreements)
{
    private readonly RulePlan _plan = answer.Decision.Plan;
    private readonly CountryCode _asked = answer.Question.Territory.IsKnown ? answer.Question.Territory : answer.Question.To;

    public Truth Value(Atom atom) => answer.Decision.Answers.Of(rules.Atoms.MaskOf(atom));

    public Line Line(int i, LineStatus status)
    {
        var rule = _plan.Rules[i];
        return new Line(rule, rule.Rule.Instrument, status)
        {
            Why = status == LineStatus.Applies ? null : Why(i),
            Confidence = Reliance(rule),
            General = !_plan.IsOwn(rule) && rule.Rule.Measure != "*",
            Authorities = rule.Kind is RuleKind.Channel || rule.ForcesChannel ? Bodies(rule) : [],
            Text = rule.Kind == RuleKind.ReservationHook || rule.Kind == RuleKind.Refusal ? TextBehind(rule) : null,
        };
    }

    /// <summary>A refusal: certain only where its own condition asks for the ground; excluded with the reason.</summary>
    public Line Refusal(int i)
    {
        var outcome = answer.Decision.Rules[i];
        if (!outcome.Speaks) return Line(i, LineStatus.Excluded);
        return Line(i, outcome.Outcome == Outcome.Applies && _plan.Rules[i].AsksGround ? LineStatus.Applies : LineStatus.Possible);
    }

    /// <summary>A basis of a family once for each agreement between the two; others as they are, with the certainty of what binds the two.</summary>
    public IEnumerable<Line> Resolved(Line line)
    {
        if (register.Register.Find(line.Instrument) is { Sides.Count: 0 } instrument)
        {
            var states = new[] { answer.Question.From, _asked }.Select(state => register.StatusOf(instrument, state).Provenance?.Confidence ?? Confidence.A);
            return [line with { Confidence = states.Append(line.Confidence).Max() }];
        }

        var found = agreements.Where(each => each.Instrument.IsNamedBy(line.Instrument)).ToList();
        return found.Count == 0 ? [line] : found.Select(each => line with
        {
            Instrument = each.Instrument.Id,
            Status = each.Truth == Truth.Yes ? line.Status : LineStatus.Possible,
            Confidence = new[] { answer.Question.From, _asked }.SelectMany(state => Bound(each.Instrument, state)).Append(line.Confidence).Max(),
        });
    }

    /// <summary>Why the rule does not speak, or what its speaking depends on.</summary>
    public Cause Why(int i)
    {
        var rule = _plan.Rules[i];
        var outcome = answer.Decision.Rules[i];
        var by = outcome.By >= 0 ? _plan.Rules[outcome.By] : null;
        var code = outcome.Outcome switch
        {
            Outcome.Displaced => ReasonCode.Displaced,
            Outcome.Barred => ReasonCode.Barred,
            Outcome.OutOfScope => ReasonCode.OutOfScope,
            Outcome.NotOnList => ReasonCode.NotOnList,
            Outcome.OtherChannel => ReasonCode.OtherChannel,
            Outcome.Yields => ReasonCode.Yields,
            Outcome.OfRegister => ReasonCode.OfRegister,
            _ => ReasonCode.ConditionNotMet,
        };
        var condition = by is not null && outcome.Outcome == Outcome.Possible && rule.When?.Evaluate(Value) == Truth.Yes ? by.When : rule.When;
        return new Cause(code, by) { Because = condition is null ? [] : Answered(condition) };
    }

    private IEnumerable<(Atom Atom, Truth Truth)> Answered(Condition condition)
    {
        foreach (var atom in condition.Because(Value)) yield return (atom, Value(atom));
    }

    /// <summary>How far reservations of both sides are recorded, for each convention that gives a basis.</summary>
    public IReadOnlyList<CoverageNote> Coverage(IEnumerable<Line> bases) =>
    [
        .. from instrument in bases.Select(line => line.Instrument).Distinct()
           where register.Register.Find(instrument) is { Sides.Count: 0, Kind: not InstrumentKind.Regulation }
           from state in new[] { answer.Question.From, answer.Question.To }
           select new CoverageNote(instrument, state, register.CoverageOf(instrument, state)),
    ];

    /// <summary>Instruments of the bases, and those not in force, whose participants were not checked up to the day.</summary>
    public IReadOnlyList<(Instrument, DateOnly?)> NotVerified(IReadOnlyList<Line> bases)
    {
        // Agreements carry no day of checking of their own: the last check of anything in the register stands for them.
        var last = rules.LastVerified;
        return
        [
            .. from instrument in rules.Book.Instruments
               let until = instrument.VerifiedUntil ?? (instrument.Sides.Count > 0 || instrument.Kind == InstrumentKind.Regulation ? last : null)
               where until is null || register.Day > until
               where (instrument.InForce is null && instrument.Sides.Count == 0) || bases.Any(line => line.Instrument == instrument.Id)
               select (instrument, until),
        ];
    }

    private static Confidence Reliance(CompiledRule rule) => !rule.Rule.Verified && rule.Rule.Provenance.Confidence < Confidence.C ? Confidence.C : rule.Rule.Provenance.Confidence;

    private IEnumerable<Confidence> Bound(Instrument instrument, CountryCode state) =>
        register.StatusOf(instrument, state).Provenance is { } provenance ? [provenance.Confidence] : [];

    private IReadOnlyList<Authority> Bodies(CompiledRule rule)
    {
        Func<Authority, bool> wanted;
        if (AuthorityReference.TryParse(rule.Rule.Value, out var reference))
        {
            var place = rules.PlacesOf(reference.Article);
            wanted = body => body.Instrument == reference.Instrument && body.Articles.Any(own => rules.Concerns(own, place));
        }
        else if (rule.ForcesChannel) wanted = body => body.Instrument == rule.Rule.Instrument && body.Role == "central_authority";
        else if (rule.Effect == "authority") wanted = body => agreements.Any(each => each.Instrument.IsNamedBy(body.Instrument));
        else return [];
        return
        [
            .. rules.AuthoritiesOf(answer.Question.From).Concat(rules.AuthoritiesOf(answer.Question.To)).Concat(rules.AuthoritiesOf(answer.Question.Territory)).Concat(rules.AuthoritiesOf(StateIndex.Union)).Where(body => Direction(body) && wanted(body) && InPlace(body) && Known(body.Provenance)),
        ];
    }

    // The asked side receives, the asking side sends.
    private bool Direction(Authority body) => (Side(body.State, answer.Question.To) && body.Direction is not "send") || (Side(body.State, answer.Question.From) && body.Direction is not "receive");

    // The body of the Union's agreements, and that of a territory, stand for the state asked.
    private bool Side(CountryCode body, CountryCode state) => body == state || (state == answer.Question.To && body == _asked) || (body == StateIndex.Union && register.InUnion(state) != Truth.No);

    private bool InPlace(Authority body) => new Period(body.ValidFrom, body.ValidTo).Contains(register.Day) != Truth.No;

    private Reservation? TextBehind(CompiledRule rule) => rule.When?.Atoms().Where(atom => atom.Subject is "resv" or "decl" && Value(atom) != Truth.No)
        .Select(atom => Recorded(atom).FirstOrDefault(text => text.InEffect(register.Day) != Truth.No)).FirstOrDefault(text => text is not null);

    /// <summary>Reservations or declarations of the side that the question is about, whenever in effect.</summary>
    public IEnumerable<Reservation> Recorded(Atom atom)
    {
        var places = rules.PlacesOf(atom.Parts[2]);
        var own = atom.Parts[0] == "req" ? rules.TextsOf(answer.Question.From) : rules.TextsOf(answer.Question.To).Concat(rules.TextsOf(answer.Question.Territory));
        return own.Where(text => text.Instrument == atom.Parts[1]
            && text.Kind == (atom.Subject == "resv" ? "reservation" : "declaration")
            && text.Articles.Any(article => rules.Concerns(article, places)) && Known(text.Provenance));
    }

    /// <summary>Whether a row was recorded by the day whose knowledge is asked for.</summary>
    public bool Known(Provenance provenance) => register.KnownAt is not { } day || provenance.AsOf is not { } asOf || asOf.First <= day;
}
