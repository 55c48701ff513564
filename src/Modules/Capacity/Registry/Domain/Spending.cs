using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Money of a project, planned (budget) or actual (commitment, disbursement, expenditure).</summary>
/// <remarks>
/// <c>Tied</c>: As recorded for this sum, or for the project; empty where not recorded.
/// </remarks>
internal sealed record Spending(string Id, string Project, string Type, decimal Amount, string Currency, PartialDate Start, PartialDate? End, string Provider, string Tied, Origin Origin)
{
    internal bool IsPlanned => Type == "budget";
}
