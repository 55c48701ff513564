namespace Noroshi.Capacity.Matching;

/// <summary>What a search for overlaps came to.</summary>
/// <remarks>
/// <c>Pairs</c>: Most alike first.<br/>
/// <c>IsPartial</c>: True where there are too many projects of one state and time to compare all of them.
/// </remarks>
internal sealed record OverlapFindings(IReadOnlyList<OverlapPair> Pairs, bool IsPartial);
