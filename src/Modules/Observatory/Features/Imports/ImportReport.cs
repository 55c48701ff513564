using System.Text.Json;
using System.Text.Json.Serialization;

namespace Noroshi.Observatory.Features;

/// <summary>What came of an import: counts, and every reason for which records were refused with the place of the first.</summary>
internal sealed record ImportReport
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required long Imported { get; init; }

    /// <summary>Events that were in the store already, because the same content was imported before.</summary>
    public required long Duplicates { get; init; }

    public required IReadOnlyList<RejectedReason> Rejected { get; init; }

    /// <summary>Good records of a kind that is not read, by kind.</summary>
    public IReadOnlyDictionary<string, long> Skipped { get; init; } = new Dictionary<string, long>();

    public string? Format { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public IReadOnlyDictionary<string, long> Units { get; init; } = new Dictionary<string, long>();

    /// <summary>Version of the country and network data used.</summary>
    public string? GeoVersion { get; init; }

    public string? ContentSha256 { get; init; }

    /// <summary>When the same content had been imported; null for a first import.</summary>
    public DateTimeOffset? FirstImportedAt { get; init; }

    public required double Seconds { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, _json);

    internal static ImportReport? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<ImportReport>(json, _json);
}
