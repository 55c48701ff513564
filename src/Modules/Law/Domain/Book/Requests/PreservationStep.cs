using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A way from one state of a preservation request to the next.</summary>
/// <remarks>
/// <c>Actor</c>: <c>requesting</c>, <c>requested</c>, <c>both</c> or <c>system</c>.<br/>
/// <c>Guard</c>: What must hold, or what a reader must know; empty for nothing.
/// </remarks>
internal sealed record PreservationStep(string From, string Event, string To, string Actor, string Guard, Provenance Provenance, int Line);
