namespace Noroshi.Stix;

/// <summary>Why a text is no pattern.</summary>
/// <param name="Position">Characters (UTF-16) before the place, from 0.</param>
/// <param name="Message">What stands there and what is expected.</param>
public sealed record PatternError(int Position, string Message);
