namespace Noroshi.Stix;

/// <summary>Something in an object that the specification forbids (an error) or advises against (a warning).</summary>
/// <param name="Document">Which JSON text of the stream, from 0.</param>
/// <param name="Pointer">Where (RFC 6901), from the root of that text.</param>
/// <param name="Rule">A short name that stays the same, for example <c>timestamp</c>.</param>
/// <param name="Message">What was found and what to do.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The word of RFC 6901.")]
public sealed record StixFinding(int Document, string Pointer, string Rule, string Message);
