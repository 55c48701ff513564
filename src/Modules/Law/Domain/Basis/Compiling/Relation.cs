namespace Noroshi.Law.Domain;

/// <summary>A rule that, while it holds, does something to other rules of its plan; worked out once, when the plan is made.</summary>
/// <param name="Rule">Position of the rule.</param>
/// <param name="Targets">Positions of the rules it reaches.</param>
internal sealed record Relation(int Rule, int[] Targets);
