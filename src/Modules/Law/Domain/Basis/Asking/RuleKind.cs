namespace Noroshi.Law.Domain;

/// <summary>What a rule says, as the table names it (in lower case, words joined by <c>_</c>).</summary>
internal enum RuleKind
{
    Entitlement,
    Content,
    Condition,
    Deadline,
    Refusal,
    Prohibition,
    Duty,
    Channel,
    Confidentiality,
    ReservationHook,
    Precedence,
    Safeguard,
    Scope,
    Temporal,
    Definition,
    Fallback,
}
