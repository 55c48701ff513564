namespace Noroshi.Observatory.Enrichment;

/// <summary>A sector of society that a target belongs to. Ids and keys never change once published.</summary>
/// <param name="Id">Number kept in stores.</param>
/// <param name="Key">Stable word used in files and permalinks.</param>
/// <param name="English">Name in English.</param>
/// <param name="Japanese">Name in Japanese.</param>
/// <param name="CriticalInfrastructure">True for the sectors that the policy names.</param>
internal sealed record Sector(ushort Id, string Key, string English, string Japanese, bool CriticalInfrastructure);
