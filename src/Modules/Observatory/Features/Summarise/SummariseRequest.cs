using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Features;

/// <summary>What was asked of <c>observe summarise</c>.</summary>
internal sealed record SummariseRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public string By { get; init; } = "port";

    public int Top { get; init; } = 20;

    public bool CountOnly { get; init; }

    public string? Format { get; init; }

    public string? Mapping { get; init; }

    public EnrichmentFiles Enrichment { get; init; } = new();

    public bool Json { get; init; }
}
