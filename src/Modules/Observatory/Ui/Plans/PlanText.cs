namespace Noroshi.Observatory.Ui.Plans;

/// <summary>Names the resources with the words of the address plan's page.</summary>
internal sealed class PlanText;
