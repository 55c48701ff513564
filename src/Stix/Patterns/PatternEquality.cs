namespace Noroshi.Stix;

/// <summary>One comparison of a plain pattern: a path has a value.</summary>
/// <param name="Type">The type of the observable.</param>
/// <param name="Path">Names joined by full stops, <c>[n]</c> and <c>[*]</c> behind the name of a list; without quotes.</param>
/// <param name="Value">The constant as text.</param>
public sealed record PatternEquality(string Type, string Path, string Value);
