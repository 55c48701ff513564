using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>How much of a state's reservations and declarations to an instrument is recorded.</summary>
/// <remarks>
/// <c>Note</c>: What is missing; empty for nothing said.
/// </remarks>
internal sealed record Coverage(string Instrument, CountryCode State, Extent Extent, Provenance Provenance, string Note, int Line);
