namespace Noroshi.WeakLinks.Domain;

/// <summary>What could be paid for: a cost in million USD, and the fraction by which it lowers the susceptibility of nodes.</summary>
/// <remarks>Tied is the share of the cost that must be spent with the donor, as recorded; null where nothing is recorded.</remarks>
internal sealed record Project(
    string Id, double Cost, int[] Nodes, double Effect, double? EffectLow, double? EffectHigh, double? Tied, string Donor, string Region, string Group, double? Months, string Controls, string[] Requires)
{
    /// <summary>The entry of the capacity registry that records it; empty where none is named.</summary>
    internal string Record { get; init; } = "";

    /// <summary>How it is called; null where it has no name but its id.</summary>
    internal Naming? Name { get; init; }
}
