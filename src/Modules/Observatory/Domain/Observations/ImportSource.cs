namespace Noroshi.Observatory.Domain;

/// <summary>What an import is known by: the sensor and the content, so that the same content twice changes nothing.</summary>
/// <param name="Sensor">Name of the sensor the content came from.</param>
/// <param name="Name">File name as given, for people.</param>
/// <param name="ContentSha256">SHA-256 of the content as given (32 bytes).</param>
/// <param name="GeoVersion">Version of the enrichment data used, shown beside the figures of those days.</param>
internal sealed record ImportSource(string Sensor, string Name, byte[] ContentSha256, string GeoVersion);
