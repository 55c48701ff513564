namespace Noroshi.Observatory.Features;

/// <summary>Records refused for one reason.</summary>
/// <param name="Reason">What was wrong with them.</param>
/// <param name="Count">How many.</param>
/// <param name="First">Where the first was, for example <c>line 12</c>; never what it said.</param>
internal sealed record RejectedReason(string Reason, long Count, string? First);
