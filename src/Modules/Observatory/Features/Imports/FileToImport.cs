using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;

namespace Noroshi.Observatory.Features;

/// <summary>One file on its way into the store.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Sensor">Whose it is.</param>
/// <param name="Enricher">Says who is behind its addresses.</param>
internal sealed record FileToImport(string Path, string Name, string Sensor, Enricher Enricher)
{
    /// <summary>The format, where it is not to be detected.</summary>
    public string? Format { get; init; }

    /// <summary>What the columns of a CSV file mean.</summary>
    public MappingFile? Mapping { get; init; }

    /// <summary>Refuses content that unpacks to more bytes than this.</summary>
    public long MostExpanded { get; init; } = long.MaxValue;
}
