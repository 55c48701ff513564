namespace Noroshi.Capacity.Assessments;

/// <summary>What an assessor gives to one node: the level, how low and how high it may be, and what it rests on.</summary>
/// <remarks>
/// <c>Low</c>, <c>High</c>: Null where the assessor gave no bounds; then nothing is assumed.
/// </remarks>
internal sealed record Score(string Code, string Level, string? Low, string? High, string Evidence);
