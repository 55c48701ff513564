using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What became of every rule of a plan in one question: the whole decision, before a word of it is written.</summary>
/// <param name="Plan">The rules that were looked at.</param>
/// <param name="Rules">By position in the plan.</param>
/// <param name="Bound">By position of the instrument in the plan: whether it binds both sides.</param>
/// <param name="Answers">Every question that was asked, with its answer.</param>
/// <param name="Bases">How many rules open a basis, certainly or possibly.</param>
internal sealed record Decision(RulePlan Plan, RuleOutcome[] Rules, Truth[] Bound, PairAnswers Answers, int Bases);
