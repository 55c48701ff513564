using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Puts a decision into lines: what speaks, in the order in which it is read, and why the rest does not.</summary>
internal sealed class AnswerWriter
{
    private readonly RegisterMasks _day;
    private readonly LegalAnswer _answer;
    private readonly RulePlan _plan;
    private readonly LineReader _reader;
    private readonly CountryCode _asked;
    private readonly HashSet<string> _withBasis;
    private readonly List<(Instrument Instrument, Truth Truth)> _agreements;

    public AnswerWriter(LegalRules rules, RegisterMasks day, LegalAnswer answer)
    {
        (_day, _answer, _plan) = (day, answer, answer.Decision.Plan);
        _asked = answer.Question.Territory.IsKnown ? answer.Question.Territory : answer.Question.To;
        _agreements = [.. day.Agreements(answer.Question.From, _asked)];
        _reader = new LineReader(rules, day.Register, answer, _agreements);
        _withBasis = [.. _plan.Instruments.Where(instrument => instrument.Rules.Any(i => IsBasis(i) && Outcome(i).Speaks)).Select(instrument => instrument.Family)];
    }

    public AnswerLines Write()
    {
        var told = new Told();
        foreach (var instrument in _plan.Instruments.Where(instrument => _withBasis.Contains(instrument.Family)))
        {
            if (_answer.Decision.Bound[Array.IndexOf(_plan.Instruments, instrument)] == Truth.No && !instrument.Rules.Any(i => Outcome(i).Speaks)) continue;
            foreach (var i in instrument.Rules) Tell(i, told);
        }

        var reasons = new ReasonWriter(_day, _answer, _reader, _agreements, _withBasis);
        foreach (var i in Enumerable.Range(0, _plan.Rules.Length).Where(i => IsOneSided(i, told))) told.WhyNot.Add(new WhyNot(_plan.Rules[i].Rule.Instrument, null, reasons.OneSide(_plan.Rules[i].Rule.Instrument)));
        return new AnswerLines
        {
            Bases = [.. told.Bases.OrderBy(line => line.General).ThenByDescending(line => line.Status).ThenBy(line => !line.Rule.OpensTreaty).ThenBy(line => line.Confidence)],
            Conditions = told.Conditions,
            Refusals = [.. told.Refusals.OrderByDescending(line => line.Status)],
            Channels = [.. told.Channels.OrderByDescending(line => line.Status)],
            Deadlines = [.. told.Deadlines.OrderByDescending(line => line.Status)],
            UseLimits = told.UseLimits,
            WhyNot = [.. told.WhyNot, .. reasons.Instruments()],
            Silent = told.Silent,
            Coverage = _reader.Coverage(told.Bases),
            NotVerified = _reader.NotVerified(told.Bases),
        };
    }

    private RuleOutcome Outcome(int i) => _answer.Decision.Rules[i];

    // Where the network of contact points is itself what is asked for, its channel is the right to use it.
    private bool IsBasis(int i) => _plan.Rules[i].IsBasis || (_plan.IsOwn(_plan.Rules[i]) && _plan.Rules[i].Effect == "contact");

    private bool IsOneSided(int i, Told told) => _plan.Rules[i].SaysWhoIsBound && told.Bases.Any(line => line.Rule == _plan.Rules[i])
        && _answer.Decision.Bound[Array.FindIndex(_plan.Instruments, instrument => instrument.Name == _plan.Rules[i].Rule.Instrument)] != Truth.Yes;

    private void Tell(int i, Told told)
    {
        var rule = _plan.Rules[i];
        var outcome = Outcome(i);
        if (outcome.Outcome is Domain.Outcome.NotBound or Domain.Outcome.OfRegister) return;
        if (rule.Kind == RuleKind.Refusal && !(rule.ClosesList && rule.Effect == "closed_list"))
        {
            told.Refusals.Add(_reader.Refusal(i));
            return;
        }

        if (rule.Kind == RuleKind.Channel && outcome.Outcome is Domain.Outcome.OtherChannel)
        {
            told.Channels.Add(_reader.Line(i, LineStatus.Excluded));
            return;
        }

        if (!outcome.Speaks)
        {
            (IsBasis(i) && outcome.Outcome != Domain.Outcome.Yields ? told.WhyNot : told.Silent).Add(new WhyNot(rule.Rule.Instrument, rule, _reader.Why(i)));
            return;
        }

        var line = _reader.Line(i, outcome.Outcome == Domain.Outcome.Applies ? LineStatus.Applies : LineStatus.Possible);
        if (IsBasis(i)) told.Bases.AddRange(_reader.Resolved(line));
        switch (rule.Kind)
        {
            case RuleKind.Entitlement: break;
            case RuleKind.Channel: told.Channels.Add(line); break;
            case RuleKind.Fallback: (IsBasis(i) ? told.Channels : told.Conditions).Add(line); break;
            case RuleKind.Deadline: told.Deadlines.Add(line); break;
            case RuleKind.Confidentiality: told.UseLimits.Add(line); break;
            case RuleKind.ReservationHook when rule.ForcesChannel: told.Channels.Add(line); break;
            case RuleKind.Precedence when rule.Displaces: told.WhyNot.Add(new WhyNot(rule.Rule.Instrument, rule, new Cause(ReasonCode.Displaced, rule) { Because = line.Why?.Because ?? [] })); break;
            case RuleKind.Precedence when rule.OpensTreaty: break;
            case RuleKind.Prohibition when rule.Bars: told.WhyNot.Add(new WhyNot(rule.Rule.Instrument, rule, new Cause(ReasonCode.Prohibited, rule))); break;
            default: told.Conditions.Add(line); break;
        }
    }

    private sealed class Told
    {
        public List<Line> Bases { get; } = [];

        public List<Line> Conditions { get; } = [];

        public List<Line> Refusals { get; } = [];

        public List<Line> Channels { get; } = [];

        public List<Line> Deadlines { get; } = [];

        public List<Line> UseLimits { get; } = [];

        public List<WhyNot> WhyNot { get; } = [];

        public List<WhyNot> Silent { get; } = [];
    }
}
