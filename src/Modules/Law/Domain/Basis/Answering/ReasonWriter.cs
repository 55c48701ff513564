using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Says for every instrument that gives no basis why it does not; none is left out in silence.</summary>
internal sealed class ReasonWriter(RegisterMasks day, LegalAnswer answer, LineReader reader, IReadOnlyList<(Instrument Instrument, Truth Truth)> agreements, IReadOnlySet<string> withBasis)
{
    private readonly RulePlan _plan = answer.Decision.Plan;
    private readonly TreatyRegister _register = day.Register.Register;
    private readonly CountryCode _asked = answer.Question.Territory.IsKnown ? answer.Question.Territory : answer.Question.To;

    public IEnumerable<WhyNot> Instruments()
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _plan.Instruments.Length; i++)
        {
            var instrument = _plan.Instruments[i];
            if (withBasis.Contains(instrument.Family) || (instrument.IsFamily && !families.Add(instrument.Family))) continue;
            foreach (var reason in Of(instrument, answer.Decision.Bound[i])) yield return reason;
        }

        foreach (var instrument in _plan.Without)
        {
            if (instrument.Sides.Count == 0) yield return new WhyNot(instrument.Id, null, Whole(instrument));
            else if (agreements.FirstOrDefault(each => each.Instrument == instrument) is { Instrument: not null } between)
                yield return new WhyNot(instrument.Id, null, new Cause(between.Truth == Truth.Yes ? ReasonCode.NoRule : ReasonCode.NoRulePerhaps) { Instrument = instrument });
        }
    }

    /// <summary>Only one side is bound, and the right needs no more.</summary>
    public Cause OneSide(string instrument) => Whole(_register.Find(instrument)!) with { Code = ReasonCode.OneSide };

    private IEnumerable<WhyNot> Of(InstrumentRules instrument, Truth bound)
    {
        if (instrument.IsFamily && bound == Truth.No)
        {
            yield return new WhyNot(instrument.Family + "-*", null, new Cause(ReasonCode.NoAgreement));
            yield break;
        }

        var told = false;
        foreach (var i in instrument.Rules)
        {
            var (rule, outcome) = (_plan.Rules[i], answer.Decision.Rules[i]);
            if (rule.Bars && rule.Kind == RuleKind.Prohibition && outcome.Outcome == Outcome.Applies) yield return new WhyNot(instrument.Name, rule, new Cause(ReasonCode.Prohibited, rule));
            if (!rule.IsBasis || outcome.Outcome is Outcome.NotBound) continue;
            told = true;
            yield return new WhyNot(instrument.Name, rule, reader.Why(i));
        }

        if (_register.Find(instrument.Name) is { } recorded && (bound != Truth.Yes || !told)) yield return new WhyNot(instrument.Name, null, Whole(recorded));
        else if (!told) yield return new WhyNot(instrument.Name, null, new Cause(ReasonCode.NoRule));
        if (bound != Truth.No) yield break;
        foreach (var hook in instrument.Rules.Select(i => _plan.Rules[i]).Where(rule => rule.Bars && rule.Kind == RuleKind.ReservationHook && _plan.IsOwn(rule) && WouldBar(rule)))
            yield return new WhyNot(instrument.Name, hook, new Cause(ReasonCode.WouldBeBarred, hook) { Because = [.. hook.When!.Atoms().Where(atom => atom.Subject is "resv" or "decl" && reader.Recorded(atom).Any()).Select(atom => (atom, Truth.Yes))] });
    }

    // What a Party reserved when it deposited is recorded before the instrument is in force.
    private bool WouldBar(CompiledRule rule) => rule.When!.Evaluate(atom => atom.Subject switch
    {
        "inForce" or "inForceFor" => Truth.Yes,
        "resv" or "decl" => Kleene.Of(reader.Recorded(atom).Any()),
        _ => reader.Value(atom),
    }) == Truth.Yes;

    private Cause Whole(Instrument instrument)
    {
        var on = answer.Question.On;
        StateStatus[] sides = [day.Register.StatusOf(instrument, answer.Question.From), day.Register.StatusOf(instrument, _asked)];
        var code = instrument switch
        {
            { InForce: null, Sides.Count: 0 } => ReasonCode.NotInForce,
            { InForce: { } since } when on < since => ReasonCode.NotInForce,
            { Ended: { } ended } when on > ended => ReasonCode.Ended,
            _ when sides.All(side => day.Register.BoundBy(instrument.Id, side.State) == Truth.Yes) => instrument.Applies is { } applies && on < applies ? ReasonCode.NotYetApplied : ReasonCode.NoRule,
            _ => ReasonCode.NotBound,
        };
        return new Cause(code) { Instrument = instrument, Sides = code == ReasonCode.NotBound ? [.. sides.Where(side => day.Register.BoundBy(instrument.Id, side.State) != Truth.Yes)] : sides };
    }
}
