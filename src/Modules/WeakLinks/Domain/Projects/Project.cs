namespace Noroshi.WeakLinks.Domain;

/// <summary>What could be paid for: a cost in million USD, and the fraction by which it lowers the susceptibility of nodes.</summary>
/// <remarks>Tied is the share of the cost that must be spent with the donor, as recorded; null where nothing is recorded.</remarks>
internal sealed record Project(
    string Id, double Cost, int[] Nodes, double Effect, double? EffectLow, double? EffectHigh, double? Tied, string Donor, string Region, string Group, double? Months, string Controls, string[] Requires);
