using System.Collections.Concurrent;

namespace Noroshi.Law.Domain;

/// <summary>
/// Says which provisions let one state ask another for a measure on a day, and why the others do not. Pure: the same book and question, the same
/// answer. It proposes; an authority decides.
/// </summary>
internal sealed class LegalEngine(LegalRules rules, TreatyRegister register, StateIndex states)
{
    /// <summary>Days whose register is kept ready; a day more costs a few milliseconds once.</summary>
    private const int MostDays = 64;

    private readonly ConcurrentDictionary<(DateOnly, DateOnly?), RegisterMasks> _days = new();

    public LegalRules Rules => rules;

    public TreatyRegister Register => register;

    /// <summary>Answers one question.</summary>
    public LegalAnswer Ask(Question question)
    {
        var day = OnDay(question.On, question.KnownAt);
        var plan = rules.PlanOf(question.Measure);
        var facts = new CaseAnswers(rules, plan, question);
        return new LegalAnswer(question, Decide.On(plan, facts, Between(day, question)), facts, answer => new AnswerWriter(rules, day, answer).Write());
    }

    /// <summary>The register on a day with the knowledge of a day.</summary>
    public RegisterMasks OnDay(DateOnly day, DateOnly? knownAt)
    {
        if (_days.TryGetValue((day, knownAt), out var masks)) return masks;
        if (_days.Count >= MostDays) _days.Clear();
        return _days.GetOrAdd((day, knownAt), new RegisterMasks(rules, new RegisterOn(register, states, day, knownAt)));
    }

    private static PairAnswers Between(RegisterMasks day, Question question) => day.Between(question.From, question.Territory.IsKnown ? question.Territory : question.To);
}
