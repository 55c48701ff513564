using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Enrichment;

/// <summary>An organisation of the address plan.</summary>
internal sealed record PlanOrganisation(ushort Id, string English, string Japanese, ushort Sector, TargetKind Kind, CountryCode Country);
