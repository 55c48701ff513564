namespace Noroshi.Bench;

/// <summary>What <see cref="GeoLookup"/> measured.</summary>
/// <param name="Data">Version of the data.</param>
/// <param name="OpenMilliseconds">Opening the compiled form, page cache warm.</param>
/// <param name="IPv4PerSecond">Random IPv4 lookups a second on one core.</param>
/// <param name="IPv6PerSecond">Random IPv6 lookups a second on one core.</param>
internal sealed record GeoFigures(string Data, double OpenMilliseconds, double IPv4PerSecond, double IPv6PerSecond);
