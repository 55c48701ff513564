using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A period in which a state was a member of the European Union.</summary>
internal sealed record UnionMembership(CountryCode State, Period Period, Provenance Provenance);
