namespace Noroshi.Law.Domain;

/// <summary>What became of one rule, and through which other rule of the plan (its position; -1 for none).</summary>
internal readonly record struct RuleOutcome(Outcome Outcome, short By)
{
    public RuleOutcome(Outcome outcome)
        : this(outcome, -1)
    {
    }

    /// <summary>It speaks, or may.</summary>
    public bool Speaks => Outcome >= Outcome.Possible;
}
