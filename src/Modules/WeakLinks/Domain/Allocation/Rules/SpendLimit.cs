namespace Noroshi.WeakLinks.Domain;

/// <summary>How much must and may be spent on some projects together, in million USD: a floor for a region, a cap for a donor, what a recipient can absorb.</summary>
/// <remarks>Projects by place. No floor is 0; no cap is infinite.</remarks>
internal sealed record SpendLimit(string Kind, string Name, double Least, double Most, int[] Projects);
