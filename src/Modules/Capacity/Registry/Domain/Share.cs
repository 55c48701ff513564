namespace Noroshi.Capacity.Registry;

/// <summary>A recipient or sector with its share in percent.</summary>
/// <remarks>
/// <c>Vocabulary</c>: <c>99</c> or <c>1</c> for sectors; empty for states.
/// </remarks>
internal sealed record Share(string Vocabulary, string Code, decimal Percent);
