namespace Noroshi.Capacity.Registry;

/// <summary>A recipient or sector with its share in percent.</summary>
/// <remarks>
/// <c>Vocabulary</c>: <c>99</c> for our topics, <c>1</c> for the DAC, others as imported; empty for states.<br/>
/// <c>Percent</c>: Null where an imported activity says none.
/// </remarks>
internal sealed record Share(string Vocabulary, string Code, decimal? Percent);
