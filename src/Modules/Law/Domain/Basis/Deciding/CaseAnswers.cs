using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What a case answers, whatever the two states are: as masks, with what was concluded or presumed and why.</summary>
internal sealed class CaseAnswers
{
    private readonly LegalRules _rules;
    private readonly Question _question;
    private readonly List<Supposition> _suppositions = [];
    private readonly Truth[] _inSet;

    public CaseAnswers(LegalRules rules, RulePlan plan, Question question)
    {
        (_rules, _question) = (rules, question);
        foreach (var asked in rules.CaseQuestions)
        {
            var truth = Said(asked) ?? Answer(asked.Atom);
            if (truth == Truth.Yes) Yes |= UInt128.One << asked.Bit;
            if (truth == Truth.No) No |= UInt128.One << asked.Bit;
        }

        _inSet = plan.Sets.Length == 0 ? [] : new Truth[plan.Rules.Length];
        foreach (var i in plan.Sets) _inSet[i] = InSet(plan.Rules[i].Set!.Value);
    }

    public UInt128 Yes { get; }

    public UInt128 No { get; }

    /// <summary>What was not said but concluded from what was, or presumed by putting the question.</summary>
    public IReadOnlyList<Supposition> Suppositions => _suppositions;

    /// <summary>Whether the offence belongs to the set that the rule at this position of the plan names.</summary>
    public Truth InSetOf(int position) => _inSet[position];

    /// <summary>Whether the offence belongs to the set; unknown where no offence was named.</summary>
    public Truth InSet(OffenceSet set) => _question.Offence.Length == 0
        ? Truth.Unknown
        : Kleene.Of(_rules.IsIn(_question.Offence, set));

    /// <summary>Whether data of a kind written as in the rules (<c>traffic_data</c>) are asked for; unknown where the kind was not named, or is none of ours.</summary>
    public Truth KindIs(string value)
    {
        var kind = value.EndsWith("_data", StringComparison.Ordinal) ? value[..^"_data".Length] : value;
        return _question.DataKind.Length == 0 || !DataKinds.All.Contains(kind) ? Truth.Unknown : Kleene.Of(kind == _question.DataKind);
    }

    private Truth Answer(Atom atom)
    {
        switch (atom.Subject)
        {
            case "offenceIn": return OffenceSet.TryParse(atom.Arguments, out var set) ? InSet(set) : Truth.Unknown;
            case "dataType": return _question.DataKind.Length == 0 ? Truth.Unknown : Kleene.Of(atom.Arguments.Split('|').Contains(_question.DataKind, StringComparer.Ordinal));
            case "urgent": return Kleene.Of(_question.Urgent);
            // Who asks a state for data there, or sends an order to a provider there, says by asking where they are.
            case "dataIn" when atom.Arguments == "rqd": return Suppose(atom, Truth.Yes, SuppositionKind.Presumed);
            case "providerInEU" when _question.Measure.Id.StartsWith("EPOC", StringComparison.Ordinal): return Suppose(atom, Truth.Yes, SuppositionKind.Presumed);
            // What the convention on cybercrime defines is committed by means of a computer system; its other offences are named by their evidence.
            case "computerRelated" when _rules.Defines("ETS185", _question.Offence): return Suppose(atom, Truth.Yes, SuppositionKind.Concluded);
            case "electronicEvidence" when _question.Offence == "other-e-evidence": return Suppose(atom, Truth.Yes, SuppositionKind.Concluded);
            case "notificationRequired" when Notification() is var notification and not Truth.Unknown: return Suppose(atom, notification, SuppositionKind.Concluded);
            default: return Truth.Unknown;
        }
    }

    private Truth? Said(CaseQuestion asked) => _question.Facts.IsEmpty ? null : _question.Facts.Find(asked.Fact) ?? (asked.Atom.Arguments.Length > 0 ? _question.Facts.Find(asked.Atom.Subject) : null);

    private Truth Fact(string name) => _question.Facts.Find(name) ?? Truth.Unknown;

    private Truth Suppose(Atom atom, Truth truth, SuppositionKind kind)
    {
        _suppositions.Add(new Supposition(atom, truth, kind));
        return truth;
    }

    // Article 8(1)-(2) of the Regulation: traffic data (save to identify the user only) and content, unless offence and residence are both in the issuing state.
    private Truth Notification()
    {
        if (!_question.Measure.Id.StartsWith("EPOC", StringComparison.Ordinal) || _question.DataKind.Length == 0) return Truth.Unknown;
        var kind = Kleene.Of(_question.DataKind is "traffic" or "content");
        var home = Kleene.And(Fact("offenceInIssuing"), Fact("personResidesInIssuing"));
        return Kleene.And(kind, Kleene.And(Kleene.Not(Fact("identifyUserOnly")), Kleene.Not(home)));
    }
}
