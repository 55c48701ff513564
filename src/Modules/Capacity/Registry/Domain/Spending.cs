using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Money of a project: budget, planned disbursement, or what was promised and paid (commitment, disbursement, expenditure).</summary>
/// <remarks>
/// <c>Type</c>: Of an imported transaction of another kind, <c>iati-</c> and its code.<br/>
/// <c>Currency</c>: Empty where an imported activity names none.<br/>
/// <c>Tied</c>: As recorded for this sum, or for the project; empty where not recorded.
/// </remarks>
internal sealed record Spending(string Id, string Project, string Type, decimal Amount, string Currency, PartialDate Start, PartialDate? End, string Provider, string Tied, Origin Origin)
{
    internal bool IsPlanned => Type == "budget";
}
