namespace Noroshi.Stix;

/// <summary>Whether a pattern was found, and where.</summary>
/// <param name="IsMatch">It was found.</param>
/// <param name="Observations">
/// Where one observation is enough, all that match; otherwise the first set found that matches together. In the order given.
/// </param>
public sealed record PatternMatch(bool IsMatch, IReadOnlyList<Observation> Observations);
