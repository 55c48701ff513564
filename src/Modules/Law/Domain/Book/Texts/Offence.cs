using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>An offence as an instrument defines it. The same offence may stand in several instruments.</summary>
/// <remarks>
/// <c>Id</c>: For example <c>illegal-access</c>; unique within the instrument.
/// </remarks>
internal sealed record Offence(string Id, string Instrument, string Article, string En, string Ja, string Note, bool Verified, Provenance Provenance, int Line);
