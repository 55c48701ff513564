using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Decides what becomes of every rule, in the order in which a lawyer goes: bound, scope, precedence, reservations, refusals, channel.</summary>
internal static class Decide
{
    public static Decision On(RulePlan plan, CaseAnswers facts, PairAnswers register)
    {
        var answers = register.With(facts.Yes, facts.No);
        var outcomes = new RuleOutcome[plan.Rules.Length];
        Array.Fill(outcomes, new RuleOutcome(Outcome.NotBound));
        var bound = new Truth[plan.Instruments.Length];
        var bases = 0;
        for (var i = 0; i < bound.Length; i++)
        {
            var instrument = plan.Instruments[i];
            bound[i] = instrument.Guard?.Evaluate(answers.Yes, answers.No) ?? Truth.Yes;
            if (bound[i] == Truth.No && !instrument.OneSided) continue;
            Conditions(plan, instrument, bound[i], answers, outcomes);
            Scope(plan, instrument, facts, outcomes);
            Apply(instrument.Displacements, outcomes, Outcome.Displaced);
            Reservations(plan, instrument, facts, outcomes);
            foreach (var list in instrument.ClosedLists) Close(list, outcomes, bound[i]);
            Apply(instrument.ForcedChannels, outcomes, Outcome.OtherChannel);
            bases += Specific(instrument, outcomes);
        }

        return new Decision(plan, outcomes, bound, answers, bases);
    }

    // (1) Bound on the day, and each rule's own condition.
    private static void Conditions(RulePlan plan, InstrumentRules instrument, Truth bound, PairAnswers answers, RuleOutcome[] outcomes)
    {
        foreach (var i in instrument.Rules)
        {
            var rule = plan.Rules[i];
            var limit = rule.SaysWhoIsBound ? Truth.Yes : bound;
            if (limit == Truth.No) continue;
            outcomes[i] = new RuleOutcome(rule.Compiled is null ? Outcome.OfRegister : Kleene.And(limit, rule.Compiled.Evaluate(answers.Yes, answers.No)) switch
            {
                Truth.Yes => Outcome.Applies,
                Truth.Unknown => Outcome.Possible,
                _ => Outcome.RuledOut,
            });
        }
    }

    // (2) Offences: none but those of the set; where the rule leaves an alternative open, another offence is possible only.
    private static void Scope(RulePlan plan, InstrumentRules instrument, CaseAnswers facts, RuleOutcome[] outcomes)
    {
        foreach (var scope in instrument.Scopes)
        {
            if (!outcomes[scope.Rule].Speaks || facts.InSetOf(scope.Rule) is var within && within == Truth.Yes) continue;
            var certain = within == Truth.No && !plan.Rules[scope.Rule].HasAlternative && outcomes[scope.Rule].Outcome == Outcome.Applies;
            Weaken(scope, outcomes, certain ? Truth.No : Truth.Unknown, Outcome.OutOfScope);
        }
    }

    // (4) What a reservation or a prohibition takes away; one that excludes a kind of data takes it away for that kind.
    private static void Reservations(RulePlan plan, InstrumentRules instrument, CaseAnswers facts, RuleOutcome[] outcomes)
    {
        foreach (var bar in instrument.Bars)
        {
            if (!outcomes[bar.Rule].Speaks) continue;
            var remains = outcomes[bar.Rule].Outcome == Outcome.Applies ? Truth.No : Truth.Unknown;
            if (plan.Rules[bar.Rule].Excludes) remains = Kleene.Or(remains, Kleene.Not(facts.KindIs(plan.Rules[bar.Rule].Rule.Value)));
            Weaken(bar, outcomes, remains, Outcome.Barred);
        }
    }

    // (3) Precedence and (6) channel: a rule that holds sets aside what it reaches; one that may hold leaves it possible.
    private static void Apply(Relation[] relations, RuleOutcome[] outcomes, Outcome because)
    {
        foreach (var relation in relations)
        {
            if (!outcomes[relation.Rule].Speaks) continue;
            if (outcomes[relation.Rule].Outcome == Outcome.Possible)
            {
                Weaken(relation, outcomes, Truth.Unknown, because);
                continue;
            }

            foreach (var target in relation.Targets) outcomes[target] = new RuleOutcome(because, (short)relation.Rule);
        }
    }

    // (5) Where a measure closes the list of grounds, the general grounds of its instrument are out, whatever the case.
    private static void Close(Relation list, RuleOutcome[] outcomes, Truth bound)
    {
        if (bound == Truth.No) return;
        foreach (var target in list.Targets) outcomes[target] = new RuleOutcome(Outcome.NotOnList, (short)list.Rule);
    }

    // A right made for the measure says more exactly what the general right says. The number of rights that speak.
    private static int Specific(InstrumentRules instrument, RuleOutcome[] outcomes)
    {
        var (own, bases) = (-1, 0);
        foreach (var i in instrument.OwnBases)
        {
            if (!outcomes[i].Speaks) continue;
            bases++;
            if (own < 0 || outcomes[i].Outcome > outcomes[own].Outcome) own = i;
        }

        foreach (var i in instrument.GeneralBases)
        {
            if (!outcomes[i].Speaks) continue;
            if (own < 0) bases++;
            else outcomes[i] = new RuleOutcome(Outcome.Yields, (short)own);
        }

        return bases;
    }

    private static void Weaken(Relation relation, RuleOutcome[] outcomes, Truth remains, Outcome because)
    {
        if (remains == Truth.Yes) return;
        foreach (var target in relation.Targets)
        {
            if (outcomes[target].Speaks) outcomes[target] = new RuleOutcome(remains == Truth.No ? because : Outcome.Possible, (short)relation.Rule);
        }
    }
}
