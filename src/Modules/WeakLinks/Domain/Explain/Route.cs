namespace Noroshi.WeakLinks.Domain;

/// <summary>A way from an entry to a target, and how likely every node and arc on it is open.</summary>
internal sealed record Route(int[] Nodes, double Probability);
