using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Country and autonomous system of an address; 0 and unknown where no data covers it.</summary>
internal readonly record struct Place(CountryCode Country, uint Asn);
