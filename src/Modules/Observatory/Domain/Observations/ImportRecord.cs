namespace Noroshi.Observatory.Domain;

/// <summary>An import that the store has committed.</summary>
internal sealed record ImportRecord(
    long Id,
    string Sensor,
    string Name,
    string ContentSha256,
    string GeoVersion,
    DateTimeOffset At,
    DateTimeOffset From,
    DateTimeOffset To,
    long Events,
    long Rows,
    IReadOnlyDictionary<string, long> Rejected);
