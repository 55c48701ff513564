using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Who is behind a target address by the own address plan.</summary>
/// <param name="Organisation">Organisation number of the address plan; 0 when the plan does not name it.</param>
/// <param name="Sector">Sector id (see <see cref="Sectors"/>); 0 when unknown.</param>
/// <param name="Kind">Government or private; unknown outside the plan.</param>
/// <param name="Country">Country by the plan, else by the range data; unknown where neither says.</param>
internal readonly record struct TargetPlace(ushort Organisation, ushort Sector, TargetKind Kind, CountryCode Country);
