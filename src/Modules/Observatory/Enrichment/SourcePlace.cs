using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>What is known of a source address.</summary>
/// <param name="Country">Country of the range; unknown where no data covers it.</param>
/// <param name="Asn">Autonomous system number that announces it; 0 when unknown.</param>
/// <param name="Research">True for an address on the list of research scanners.</param>
internal readonly record struct SourcePlace(CountryCode Country, uint Asn, bool Research);
